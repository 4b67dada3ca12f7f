package dev.holdfast.settlement.core.report;

import static dev.holdfast.settlement.core.Given.euro;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.settlement.core.report.Chargeback.Line;
import dev.holdfast.settlement.core.report.Chargeback.Origin;
import dev.holdfast.settlement.core.report.Chargeback.Place;
import dev.holdfast.settlement.core.report.Chargeback.State;
import dev.holdfast.settlement.core.report.Dispute.Answer;
import dev.holdfast.settlement.core.trail.Trail;
import dev.holdfast.settlement.core.trail.TrailStep.Amount;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChargebackTest {
  private static final Instant TOLD = Instant.parse("2026-05-04T12:00:00Z");
  private static final Answer ANSWER = new Answer(Instant.parse("2026-05-22T12:00:00Z"), "a page");

  @Test
  void standsByItsDeadlineAndFirstWhereThatIsUnknown() {
    assertThat(chargeback(ANSWER).place()).isEqualTo(new Place(ANSWER.by(), "one"));
    assertThat(chargeback(null).place()).isEqualTo(new Place(Instant.EPOCH, "one"));
  }

  @Test
  void isToldInTheTrailWithUntilWhenItCanBeAnswered() {
    var taken = Trail.chargedBack(new Line("CHARGEBACK", euro("-23.40"), TOLD, ANSWER));
    assertThat(taken.at()).isEqualTo(TOLD);
    assertThat(taken.amounts()).containsExactly(new Amount("chargedBack", euro("23.40")));
    assertThat(taken.telling().sentence())
        .isEqualTo(
            "The card holder's bank took 23.40 EUR back (chargeback); answer no later than"
                + " 2026-05-22T12:00:00Z.");
    var given = Trail.chargedBack(new Line("REVERSAL", euro("23.40"), TOLD, null));
    assertThat(given.telling().sentence())
        .isEqualTo("The card holder's bank gave 23.40 EUR up again (reversal).");
    var again = Trail.chargedBack(new Line("SECOND_CHARGEBACK", euro("-23.40"), TOLD, null));
    assertThat(again.telling().sentence()).contains("(second chargeback)");
  }

  private static Chargeback chargeback(@Nullable Answer answer) {
    return new Chargeback(
        "one",
        new Origin("ADYEN", "psp-1", null, null),
        euro("23.40"),
        new State("CHARGEBACK", TOLD, TOLD, answer, false));
  }
}
