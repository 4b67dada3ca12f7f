package dev.holdfast.settlement;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.Transactions;
import dev.holdfast.settlement.core.journal.InvariantFinding;
import dev.holdfast.settlement.postgres.Invariant;
import dev.holdfast.settlement.postgres.InvariantPages;
import dev.holdfast.settlement.postgres.InvariantTable;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Checks every invariant over all rows now and then, in one instance at a time, and keeps what it
 * found: who looks at it costs nothing.
 */
@ApplicationScoped
public class CheckInvariants {
  private static final Logger LOG = Logger.getLogger(CheckInvariants.class);

  /** Timers of several instances are never quite in step. */
  private static final int NEARLY_PERCENT = 90;

  private static final int TRIES = 20;
  private static final Duration AGAIN = Duration.ofMillis(500);

  private final InvariantPages pages;
  private final InvariantTable results;
  private final Transactions transactions;
  private final Settings settings;
  private final Clock clock;

  CheckInvariants(
      InvariantPages pages,
      InvariantTable results,
      Transactions transactions,
      Settings settings,
      Clock clock) {
    this.pages = pages;
    this.results = results;
    this.transactions = transactions;
    this.settings = settings;
    this.clock = clock;
  }

  /** When they are checked. */
  @ConfigMapping(prefix = "holdfast.invariants")
  public interface Settings {
    /** How often, whichever instance does it. */
    @WithDefault("15m")
    Duration every();

    /** How long after a start the first time. */
    @WithDefault("1m")
    Duration delay();
  }

  /** What came of a wish to check them now. */
  public sealed interface Answer {
    /** One finding for each. */
    record Done(List<InvariantFinding> findings) implements Answer {}

    /** Somebody is checking them. */
    record Busy() implements Answer {}
  }

  /** What each was found to be the last time; none before the first time. */
  public Uni<List<InvariantFinding>> last() {
    return pages.last();
  }

  /** Checks them now; whoever is at it is waited for, but not for long. */
  public Uni<Answer> check() {
    return check(TRIES);
  }

  private Uni<Answer> check(int tries) {
    return check(clock.instant())
        .chain(isDone -> {
          if (isDone) {
            return last().map(Answer.Done::new);
          }
          return tries == 1
              ? Uni.createFrom().item(new Answer.Busy())
              : Uni.createFrom()
                  .voidItem()
                  .onItem()
                  .delayIt()
                  .by(AGAIN)
                  .chain(() -> check(tries - 1));
        });
  }

  @Scheduled(
      every = "${holdfast.invariants.every:15m}",
      delayed = "${holdfast.invariants.delay:1m}",
      concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> onTimer() {
    Duration period = settings.every().multipliedBy(NEARLY_PERCENT).dividedBy(100);
    return check(clock.instant().minus(period))
        .onFailure()
        .invoke(failure -> LOG.errorf("The invariants cannot be checked: %s", failure))
        .onFailure()
        .recoverWithItem(false)
        .replaceWithVoid();
  }

  /** It writes only at its end: until then it holds back no vacuum between two of them. */
  private Uni<Boolean> check(Instant notSince) {
    return transactions.run(transaction ->
        results
            .begin(transaction, notSince)
            .chain(isMine ->
                isMine
                    ? all(transaction)
                        .chain(findings -> results.keep(transaction, findings))
                        .replaceWith(true)
                    : Uni.createFrom().item(false)));
  }

  private Uni<List<InvariantFinding>> all(Transaction transaction) {
    return Multi.createFrom()
        .items(Invariant.values())
        .onItem()
        .transformToUniAndConcatenate(invariant ->
            results
                .broken(transaction, invariant)
                .invoke(rows -> tell(invariant, rows))
                .map(rows -> new InvariantFinding(invariant.title(), rows, clock.instant())))
        .collect()
        .asList();
  }

  private static void tell(Invariant invariant, long rows) {
    if (rows > 0) {
      LOG.errorf(
          "The invariant %s is broken by %d rows: the books are not sound. See GET"
              + " /settlements/invariants, and the runbook of a broken invariant",
          invariant.title(), rows);
    }
  }
}
