package dev.holdfast.settlement.postgres;

import dev.holdfast.settlement.core.OpenHolds;
import dev.holdfast.settlement.core.OpenHolds.HoldAge;
import dev.holdfast.settlement.core.journal.AgePlace;
import dev.holdfast.settlement.core.journal.LedgerScope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** What is held and neither taken nor given back, summed up over the settlements that are open. */
@ApplicationScoped
public class OpenHoldPages {
  /** A hold that stands is never settled: the lookup by status leads past all that are. */
  private static final AgedSums OPEN_HOLDS =
      new AgedSums(
          "minutes",
          Stream.of(HoldAge.values()).map(HoldAge::minutes).toList(),
          """
          select cpo_id, hold_currency as currency, authorized as minor_units,
            case when uuid_extract_version(reference) = 7 then uuid_extract_timestamp(reference)
              else changed_at end as since
          from settlement
          where reference in (
              select reference from settlement_lookup
              where status in ('AWAITING_SESSION', 'DECIDED', 'ATTENTION'))
            and hold_standing = 'HELD'
            and (cast(?2 as text) = '' or cpo_id = ?2)
            and (cast(?3 as text) = '' or hold_currency = ?3)
          """);

  private final Mutiny.SessionFactory sessionFactory;

  OpenHoldPages(Mutiny.SessionFactory sessionFactory) {
    this.sessionFactory = sessionFactory;
  }

  /** At most so many that come after that place. */
  public Uni<List<OpenHolds>> list(LedgerScope scope, Instant now, AgePlace after, int most) {
    return sessionFactory
        .withStatelessSession(session -> OPEN_HOLDS.list(session, scope, now, after, most))
        .map(sums -> sums.stream().map(OpenHoldPages::holds).toList());
  }

  private static OpenHolds holds(AgedSums.Sum sum) {
    return new OpenHolds(
        sum.cpoId(),
        sum.currency(),
        HoldAge.upTo(sum.age()),
        sum.count(),
        sum.minorUnits(),
        sum.oldest());
  }
}
