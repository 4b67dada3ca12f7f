package dev.holdfast.settlement.core;

import dev.holdfast.settlement.core.payment.Hold;
import dev.holdfast.settlement.core.payment.Outcome;
import dev.holdfast.settlement.core.payment.Overview;
import dev.holdfast.settlement.core.payment.Settlement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What one payment adds to the totals of its place, or takes from a place that it leaves. */
public record Tally(Place place, Figures figures) {

  /** The outcome of what has none yet. */
  public static final String OPEN = "OPEN";

  /**
   * Where a payment is counted; of one payment only the outcome can ever change.
   *
   * @param hour of the tap, UTC: what became of the taps of an hour, whenever it became so
   * @param outcome one of {@link Outcome}, or {@link #OPEN}
   */
  public record Place(Instant hour, String cpoId, String currency, String outcome) {}

  /** How many payments; how many the bank approved and declined; the others saw no card. */
  public record Figures(long payments, long approved, long declined, Amounts amounts) {
    Figures negated() {
      return new Figures(-payments, -approved, -declined, amounts.negated());
    }
  }

  /**
   * In minor units of the hold's currency.
   *
   * @param billed the sessions' totals; one in another currency than its hold's counts nothing
   * @param aboveHold what was captured beyond the hold: won by over-commit
   */
  public record Amounts(long billed, long captured, long refunded, long aboveHold, long shortfall) {
    Amounts negated() {
      return new Amounts(-billed, -captured, -refunded, -aboveHold, -shortfall);
    }
  }

  /** What the totals must take and add when a settlement (null: none yet) has changed. */
  public static List<Tally> between(@Nullable Settlement before, Settlement after) {
    Tally old = before == null ? null : of(before);
    Tally fresh = of(after);
    var changes = new ArrayList<Tally>();
    if (fresh != null && !fresh.equals(old)) {
      if (old != null) {
        changes.add(new Tally(old.place(), old.figures().negated()));
      }
      changes.add(fresh);
    }
    return changes;
  }

  /** Null while its hold, and with it the CPO, is not known. */
  private static @Nullable Tally of(Settlement settlement) {
    Hold hold = settlement.hold();
    if (hold == null) {
      return null;
    }
    Outcome outcome = Overview.of(settlement).verdict().outcome();
    var place =
        new Place(
            settlement.reference().tappedAt().truncatedTo(ChronoUnit.HOURS),
            hold.grant().cpoId(),
            hold.authorized().getCurrencyUnit().getCode(),
            outcome == null ? OPEN : outcome.name());
    return new Tally(place, figures(hold, settlement));
  }

  private static Figures figures(Hold hold, Settlement settlement) {
    boolean declined = hold.standing() == Hold.Standing.DECLINED;
    boolean approved = !declined && hold.standing() != Hold.Standing.ABANDONED;
    Money above = hold.captured().minus(hold.authorized());
    var overview = Overview.of(settlement);
    var amounts =
        new Amounts(
            minorUnits(hold, overview.session().total()),
            // As the row says it: nothing has moved until the hold is over.
            hold.isOver() ? hold.captured().getAmountMinorLong() : 0,
            hold.isOver() ? hold.refunded().getAmountMinorLong() : 0,
            above.isPositive() ? above.getAmountMinorLong() : 0,
            minorUnits(hold, overview.verdict().shortfall()));
    return new Figures(1, approved ? 1 : 0, declined ? 1 : 0, amounts);
  }

  private static long minorUnits(Hold hold, @Nullable Money money) {
    return money != null && money.isSameCurrency(hold.authorized())
        ? money.getAmountMinorLong()
        : 0;
  }
}
