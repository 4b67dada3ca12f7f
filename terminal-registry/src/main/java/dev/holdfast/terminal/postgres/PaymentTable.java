package dev.holdfast.terminal.postgres;

import static java.util.stream.Collectors.toMap;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.terminal.core.payment.Payment;
import dev.holdfast.terminal.core.payment.PaymentBatch;
import dev.holdfast.terminal.core.payment.PaymentBatch.Changes;
import dev.holdfast.terminal.core.payment.PaymentBatch.Previous;
import dev.holdfast.terminal.core.payment.PaymentCount;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.ToLongFunction;

/** The payments and the fleet's count of each hour, for who writes: always payments first. */
@ApplicationScoped
public class PaymentTable {
  /** Rows a round trip. */
  private static final int BATCH = 500;

  private final Retention retention;

  PaymentTable(Retention retention) {
    this.retention = retention;
  }

  /** How long payments are remembered, and how they are forgotten. */
  @ConfigMapping(prefix = "holdfast.payments")
  public interface Retention {
    /** For how long after it was asked for; one whose money is under way is kept until its end. */
    @WithDefault("P30D")
    Duration keep();

    /** How often older ones are looked for. */
    @WithDefault("1m")
    Duration sweepEvery();

    /** How many are deleted in one transaction, at most. */
    @WithDefault("1000")
    int sweepBatch();
  }

  /** Deletes what is old, a batch of it; returns how many payments that were. */
  public Uni<Integer> forget(Transaction transaction, Instant now) {
    return transaction
        .session()
        .createNativeQuery(
            """
            delete from payment where reference = any(array(
              select reference from payment where reference < ?1 and not under_way and not suspect
              order by reference limit ?2 for update skip locked))
            """)
        .setParameter(1, Payment.firstReferenceOf(keptFrom(now)))
        .setParameter(2, retention.sweepBatch())
        .executeUpdate()
        .call(() -> forgetHours(transaction, now));
  }

  /**
   * From when on payments are kept: a full hour, so that an hour is counted as a whole or not at
   * all.
   */
  public Instant keptFrom(Instant now) {
    return PaymentBatch.hourOf(now.minus(retention.keep()));
  }

  /** Those of these payments that are known, kept from everyone else. */
  public Uni<Map<UUID, Previous>> lock(Transaction transaction, Collection<UUID> references) {
    return transaction
        .session()
        .createNativeQuery(
            "select * from payment where reference = any(?1) order by reference for update",
            PaymentRow.class)
        .setParameter(1, references.toArray(UUID[]::new))
        .getResultList()
        .map(rows -> rows.stream().collect(toMap(row -> row.reference, PaymentRow::known)));
  }

  /** Writes payments that were locked or are new, and then the counts. */
  public Uni<Void> write(Transaction transaction, Changes changes) {
    return transaction
        .session()
        .insertAll(BATCH, rows(changes.added()))
        .chain(() -> transaction.session().updateAll(BATCH, rows(changes.changed())))
        .chain(() -> count(transaction, changes.hours()));
  }

  private static Object[] rows(List<Payment> payments) {
    return payments.stream().map(PaymentRow::new).toArray();
  }

  /** In the order of the hours: every instance that counts must lock them in the same order. */
  private static Uni<Void> count(
      Transaction transaction, SortedMap<Instant, PaymentCount> differences) {
    return differences.isEmpty()
        ? Uni.createFrom().voidItem()
        : transaction
            .session()
            .createNativeQuery(
                """
                insert into payment_hour (hour, finished, troubled)
                select to_timestamp(second), finished, troubled
                from unnest(cast(?1 as bigint[]), cast(?2 as bigint[]), cast(?3 as bigint[]))
                  as difference(second, finished, troubled)
                order by second
                on conflict (hour) do update set
                  finished = payment_hour.finished + excluded.finished,
                  troubled = payment_hour.troubled + excluded.troubled
                """)
            .setParameter(1, column(differences.keySet(), Instant::getEpochSecond))
            .setParameter(2, column(differences.values(), PaymentCount::finished))
            .setParameter(3, column(differences.values(), PaymentCount::troubled))
            .executeUpdate()
            .replaceWithVoid();
  }

  private static <T> Long[] column(Collection<T> rows, ToLongFunction<T> value) {
    return rows.stream().map(value::applyAsLong).toArray(Long[]::new);
  }

  private Uni<Integer> forgetHours(Transaction transaction, Instant now) {
    return transaction
        .session()
        .createNativeQuery(
            """
            delete from payment_hour where hour = any(array(
              select hour from payment_hour where hour < ?1
              order by hour limit ?2 for update skip locked))
            """)
        .setParameter(1, keptFrom(now))
        .setParameter(2, retention.sweepBatch())
        .executeUpdate();
  }
}
