package dev.holdfast.settlement;

import static java.util.Comparator.comparing;

import dev.holdfast.settlement.core.OpenHolds;
import dev.holdfast.settlement.core.journal.AgePlace;
import dev.holdfast.settlement.core.journal.LedgerScope;
import dev.holdfast.settlement.postgres.OpenHoldPages;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;

/** Shows what is held on cards by age, and tells of what nobody has claimed for a day. */
@ApplicationScoped
public class ShowOpenHolds {
  private static final Logger LOG = Logger.getLogger(ShowOpenHolds.class);
  private static final LedgerScope ALL = new LedgerScope(null, null);

  /** So many lines an hour are read; the door lists the rest. */
  static final int MOST_TOLD = 20;

  private final OpenHoldPages pages;
  private final Clock clock;

  ShowOpenHolds(OpenHoldPages pages, Clock clock) {
    this.pages = pages;
    this.clock = clock;
  }

  /** At most so many ages behind that place; by CPO and currency, the youngest first. */
  public Uni<List<OpenHolds>> list(LedgerScope scope, AgePlace after, int most) {
    return pages.list(scope, clock.instant(), after, most);
  }

  /** A hold of more than a day is money that a driver misses: somebody should know why. */
  @Scheduled(
      every = "${holdfast.settlement.open-holds:1h}",
      delayed = "10m",
      concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> tellOfOldOnes() {
    return pages
        .list(ALL, clock.instant(), AgePlace.FIRST, Integer.MAX_VALUE)
        .invoke(all ->
            tell(
                all.stream()
                    .filter(each -> each.age() == OpenHolds.HoldAge.OLDER)
                    .sorted(comparing(OpenHolds::oldest))
                    .toList()))
        .replaceWithVoid()
        .onFailure()
        .invoke(failure -> LOG.warnf("Open holds cannot be summed up: %s", failure))
        .onFailure()
        .recoverWithNull();
  }

  private static void tell(List<OpenHolds> old) {
    old.stream().limit(MOST_TOLD).forEach(ShowOpenHolds::tell);
    List<OpenHolds> untold = old.stream().skip(MOST_TOLD).toList();
    if (!untold.isEmpty()) {
      LOG.warnf(
          "%d more holds of %d more CPOs and currencies are older than 24 hours, too."
              + " See GET /settlements/open-holds",
          untold.stream().mapToLong(OpenHolds::holds).sum(), untold.size());
    }
  }

  private static void tell(OpenHolds old) {
    LOG.warnf(
        "%d holds of CPO %s are older than 24 hours, the oldest since %s: %d minor units of %s."
            + " See GET /settlements?status=AWAITING_SESSION&to=%s",
        old.holds(), old.cpoId(), old.oldest(), old.minorUnits(), old.currency(), old.oldest());
  }
}
