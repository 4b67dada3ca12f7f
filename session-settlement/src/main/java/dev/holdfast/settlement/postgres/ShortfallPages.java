package dev.holdfast.settlement.postgres;

import dev.holdfast.settlement.core.journal.AgePlace;
import dev.holdfast.settlement.core.journal.LedgerScope;
import dev.holdfast.settlement.core.journal.OpenShortfall;
import dev.holdfast.settlement.core.journal.OpenShortfall.Age;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** What is short and neither paid nor written off, as the lines of the journal sum up to. */
@ApplicationScoped
public class ShortfallPages {
  private static final AgedSums OPEN_SHORTFALL =
      new AgedSums(
          "days",
          Stream.of(Age.values()).map(Age::days).toList(),
          """
          select * from (
            select cpo_id, reference, currency, min(booked_at) as since,
              sum(case side when 'DEBIT' then minor_units else -minor_units end) as minor_units
            from journal_line
            where account = 'OVERAGE_RECEIVABLE' and 'OVERAGE_RECEIVABLE' = any(accounts)
              and (cast(?2 as text) = '' or cpo_id = ?2)
              and (cast(?3 as text) = '' or currency = ?3)
            group by 1, 2, 3) payments
          where minor_units > 0
          """);

  private final Mutiny.SessionFactory sessionFactory;

  ShortfallPages(Mutiny.SessionFactory sessionFactory) {
    this.sessionFactory = sessionFactory;
  }

  /** At most so many that come after that place. */
  public Uni<List<OpenShortfall>> list(LedgerScope scope, Instant now, AgePlace after, int most) {
    return sessionFactory
        .withStatelessSession(session -> OPEN_SHORTFALL.list(session, scope, now, after, most))
        .map(sums -> sums.stream().map(ShortfallPages::shortfall).toList());
  }

  private static OpenShortfall shortfall(AgedSums.Sum sum) {
    return new OpenShortfall(
        sum.cpoId(),
        sum.currency(),
        Age.upTo(sum.age()),
        sum.count(),
        sum.minorUnits(),
        sum.oldest());
  }
}
