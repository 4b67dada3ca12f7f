package dev.holdfast.settlement.core;

import static dev.holdfast.settlement.core.Given.captured;
import static dev.holdfast.settlement.core.Given.close;
import static dev.holdfast.settlement.core.Given.ended;
import static dev.holdfast.settlement.core.Given.hears;
import static dev.holdfast.settlement.core.Given.held;
import static dev.holdfast.settlement.core.Given.refunded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.settlement.core.Tally.Amounts;
import dev.holdfast.settlement.core.Tally.Figures;
import dev.holdfast.settlement.core.payment.Hold;
import dev.holdfast.settlement.core.payment.Method;
import dev.holdfast.settlement.core.payment.Settlement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class TallyTest {
  private static final Instant HOUR = Given.REFERENCE.tappedAt().truncatedTo(ChronoUnit.HOURS);
  private static final Amounts NOTHING = new Amounts(0, 0, 0, 0, 0);

  @Test
  void countsANewPaymentOnceItsHoldIsKnown() {
    Settlement waiting = after(hears(close(1, "23.40")));
    Settlement known = after(hears(close(1, "23.40")), hears(held("50.00")));

    assertThat(Tally.between(null, waiting)).isEmpty();
    assertThat(Tally.between(waiting, known))
        .containsExactly(at(Tally.OPEN, new Figures(1, 1, 0, new Amounts(2340, 0, 0, 0, 0))));
  }

  @Test
  void movesAPaymentToItsOutcome() {
    Settlement decided = after(hears(held("50.00")), hears(close(1, "60.00")));
    Settlement settled =
        after(hears(captured("50.00", Method.HOLD, "50.00")), hears(close(1, "60.00")));

    assertThat(Tally.between(decided, settled))
        .containsExactly(
            at(Tally.OPEN, new Figures(-1, -1, 0, new Amounts(-6000, 0, 0, 0, 0))),
            at("HOLD_ONLY", new Figures(1, 1, 0, new Amounts(6000, 5000, 0, 0, 1000))));
  }

  @Test
  void movesAPaymentBetweenOutcomesWhenItsSessionIsCorrected() {
    Hold captured = captured("50.00", Method.CAPTURE, "23.40");
    Settlement settled = after(hears(captured), hears(close(1, "23.40")));
    Settlement corrected =
        after(
            hears(refunded(captured, "23.40")), hears(close(1, "23.40")), hears(close(2, "0.00")));

    assertThat(Tally.between(settled, corrected))
        .containsExactly(
            at("FULL", new Figures(-1, -1, 0, new Amounts(-2340, -2340, 0, 0, 0))),
            at("NOTHING_DUE", new Figures(1, 1, 0, new Amounts(0, 2340, 2340, 0, 0))));
  }

  @Test
  void takesBackEverythingThatItAdded() {
    Settlement won =
        after(hears(captured("50.00", Method.OVER_COMMIT, "60.00")), hears(close(1, "60.00")));
    Settlement less =
        after(
            hears(refunded(captured("50.00", Method.OVER_COMMIT, "60.00"), "1.00")),
            hears(close(1, "60.00")),
            hears(close(2, "59.00")),
            hears(close(3, "61.00")));

    assertThat(Tally.between(null, won))
        .containsExactly(
            at("OVER_COMMITTED", new Figures(1, 1, 0, new Amounts(6000, 6000, 0, 1000, 0))));
    assertThat(Tally.between(won, less))
        .containsExactly(
            at("OVER_COMMITTED", new Figures(-1, -1, 0, new Amounts(-6000, -6000, 0, -1000, 0))),
            at("HOLD_ONLY", new Figures(1, 1, 0, new Amounts(6100, 6000, 100, 1000, 200))));
    assertThat(Tally.between(less, won).getFirst().figures())
        .isEqualTo(new Figures(-1, -1, 0, new Amounts(-6100, -6000, -100, -1000, -200)));
  }

  @Test
  void tellsDeclinedFromThoseThatSawNoCard() {
    assertThat(Tally.between(null, after(hears(ended(Hold.Standing.DECLINED)))))
        .containsExactly(at("NOTHING_DUE", new Figures(1, 0, 1, NOTHING)));
    assertThat(Tally.between(null, after(hears(ended(Hold.Standing.ABANDONED)))))
        .containsExactly(at("NOTHING_DUE", new Figures(1, 0, 0, NOTHING)));
    Settlement declined = after(hears(ended(Hold.Standing.DECLINED)));
    Settlement notCovered = after(hears(ended(Hold.Standing.DECLINED)), hears(close(1, "23.40")));
    assertThat(Tally.between(declined, notCovered).getFirst().figures())
        .isEqualTo(new Figures(-1, 0, -1, NOTHING));
  }

  @Test
  void changesNothingWhereNothingCountsOtherwise() {
    Settlement settled = after(hears(ended(Hold.Standing.EXPIRED)));

    assertThat(Tally.between(settled, settled)).isEmpty();
  }

  @Test
  void doesNotMixCurrencies() {
    var dollars = Money.ofMinor(CurrencyUnit.USD, 2340);
    Settlement attention = after(hears(held("50.00")), hears(close(Given.SESSION, 1, dollars)));

    assertThat(Tally.between(null, attention))
        .containsExactly(at(Tally.OPEN, new Figures(1, 1, 0, NOTHING)));
  }

  private static Settlement after(Command... heard) {
    return Run.of(heard).settlement();
  }

  private static Tally at(String outcome, Figures figures) {
    return new Tally(new Tally.Place(HOUR, Given.CPO, "EUR", outcome), figures);
  }
}
