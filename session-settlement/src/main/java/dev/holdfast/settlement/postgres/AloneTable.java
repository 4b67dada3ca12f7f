package dev.holdfast.settlement.postgres;

import static java.util.stream.Collectors.toMap;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.settlement.core.payment.AloneAct;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import org.joda.money.Money;

/** What persons did alone, each act once. */
@ApplicationScoped
public class AloneTable {
  /** To the end of the transaction the same person does nothing else of the kind for the CPO. */
  private static final String LOCK =
      """
      select cast(pg_advisory_xact_lock(20261130, hashtext(?1 || '/' || ?2 || '/' || ?3)) as text)
      """;

  private static final String SINCE =
      """
      select currency, cast(sum(minor_units) as bigint) from acted_alone
      where kind = ?1 and person = ?2 and cpo_id = ?3 and name <> ?4 and acted_at > ?5
      group by currency
      """;

  private static final String ADD =
      """
      insert into acted_alone (kind, name, currency, minor_units, person, cpo_id, acted_at)
      select ?1, ?2, currency, minor_units, ?3, ?4, ?5
      from unnest(cast(?6 as text[]), cast(?7 as bigint[])) as amount(currency, minor_units)
      on conflict do nothing
      """;

  /**
   * What else of the kind the person did since then for the CPO, by currency: nothing comes to it.
   */
  public Uni<Map<String, Long>> others(Transaction transaction, AloneAct act, Instant since) {
    return transaction
        .session()
        .createNativeQuery(LOCK, String.class)
        .setParameter(1, act.kind().name())
        .setParameter(2, act.word().person())
        .setParameter(3, act.cpoId())
        .getSingleResult()
        .chain(() ->
            transaction
                .session()
                .createNativeQuery(SINCE, Object[].class)
                .setParameter(1, act.kind().name())
                .setParameter(2, act.word().person())
                .setParameter(3, act.cpoId())
                .setParameter(4, act.name())
                .setParameter(5, since)
                .getResultList())
        .map(rows -> rows.stream().collect(toMap(row -> (String) row[0], row -> (Long) row[1])));
  }

  /** It is done. */
  public Uni<Void> add(Transaction transaction, AloneAct act) {
    return transaction
        .session()
        .createNativeQuery(ADD)
        .setParameter(1, act.kind().name())
        .setParameter(2, act.name())
        .setParameter(3, act.word().person())
        .setParameter(4, act.cpoId())
        .setParameter(5, act.word().at())
        .setParameter(
            6,
            act.amounts().stream()
                .map(amount -> amount.getCurrencyUnit().getCode())
                .toArray(String[]::new))
        .setParameter(7, act.amounts().stream().map(Money::getAmountMinorLong).toArray(Long[]::new))
        .executeUpdate()
        .replaceWithVoid();
  }
}
