package dev.holdfast.settlement.postgres;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.settlement.core.Tally;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;

/** The totals, for those who write: what changed is added, nothing is counted anew. */
@ApplicationScoped
public class TotalsTable {
  /**
   * A batch adds once to each row that it concerns, in one order: who comes second waits for the
   * first one's commit and adds to what that left.
   */
  private static final String ADD =
      """
      insert into settlement_total as total
      select to_timestamp(hour), cpo_id, currency, outcome, sum(payments), sum(approved),
             sum(declined), sum(billed), sum(captured), sum(refunded), sum(above_hold),
             sum(shortfall)
      from unnest(cast(?1 as bigint[]), cast(?2 as text[]), cast(?3 as text[]),
                  cast(?4 as text[]), cast(?5 as bigint[]), cast(?6 as bigint[]),
                  cast(?7 as bigint[]), cast(?8 as bigint[]), cast(?9 as bigint[]),
                  cast(?10 as bigint[]), cast(?11 as bigint[]), cast(?12 as bigint[]))
           as change(hour, cpo_id, currency, outcome, payments, approved, declined, billed,
                     captured, refunded, above_hold, shortfall)
      group by hour, cpo_id, currency, outcome
      order by hour, cpo_id, currency, outcome
      on conflict (hour, cpo_id, currency, outcome) do update set
        payments = total.payments + excluded.payments,
        approved = total.approved + excluded.approved,
        declined = total.declined + excluded.declined,
        billed = total.billed + excluded.billed,
        captured = total.captured + excluded.captured,
        refunded = total.refunded + excluded.refunded,
        above_hold = total.above_hold + excluded.above_hold,
        shortfall = total.shortfall + excluded.shortfall
      """;

  /** Adds what many payments add and take, with one statement. */
  public Uni<Void> add(Transaction transaction, List<Tally> changes) {
    if (changes.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return transaction
        .session()
        .createNativeQuery(ADD)
        .setParameter(1, numbers(changes, change -> change.place().hour().getEpochSecond()))
        .setParameter(2, texts(changes, change -> change.place().cpoId()))
        .setParameter(3, texts(changes, change -> change.place().currency()))
        .setParameter(4, texts(changes, change -> change.place().outcome()))
        .setParameter(5, numbers(changes, change -> change.figures().payments()))
        .setParameter(6, numbers(changes, change -> change.figures().approved()))
        .setParameter(7, numbers(changes, change -> change.figures().declined()))
        .setParameter(8, amounts(changes, Tally.Amounts::billed))
        .setParameter(9, amounts(changes, Tally.Amounts::captured))
        .setParameter(10, amounts(changes, Tally.Amounts::refunded))
        .setParameter(11, amounts(changes, Tally.Amounts::aboveHold))
        .setParameter(12, amounts(changes, Tally.Amounts::shortfall))
        .executeUpdate()
        .replaceWithVoid();
  }

  private static Long[] amounts(List<Tally> changes, Function<Tally.Amounts, Long> amount) {
    return numbers(changes, change -> amount.apply(change.figures().amounts()));
  }

  private static Long[] numbers(List<Tally> changes, Function<Tally, Long> number) {
    return changes.stream().map(number).toArray(Long[]::new);
  }

  private static String[] texts(List<Tally> changes, Function<Tally, String> text) {
    return changes.stream().map(text).toArray(String[]::new);
  }
}
