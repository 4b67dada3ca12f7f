package dev.holdfast.settlement.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.settlement.core.report.ChargebackDeadlines.Row;
import dev.holdfast.settlement.core.report.Dispute.Answer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChargebackDeadlinesTest {
  private static final Instant TOLD = Instant.parse("2026-05-04T12:00:00Z");
  private static final LocalDate BEFORE = LocalDate.parse("2020-01-01");

  private final ChargebackDeadlines deadlines =
      new ChargebackDeadlines(
          List.of(
              new Row("ADYEN", "visa", 18, BEFORE, "page of 2020"),
              new Row("ADYEN", "visa", 9, LocalDate.parse("2026-05-05"), "page of 2026"),
              new Row("ADYEN", null, 7, BEFORE, "the shortest"),
              new Row("STRIPE", "visa", 20, BEFORE, "another page")));

  @Test
  void takesTheRowOfTheSchemeBeforeThatOfAny() {
    assertThat(deadlines.of("ADYEN", "VISA", TOLD))
        .contains(new Answer(Instant.parse("2026-05-22T12:00:00Z"), "page of 2020"));
    assertThat(deadlines.of("ADYEN", "mc", TOLD))
        .contains(new Answer(Instant.parse("2026-05-11T12:00:00Z"), "the shortest"));
    assertThat(deadlines.of("ADYEN", null, TOLD)).map(Answer::source).contains("the shortest");
  }

  @Test
  void takesTheNewestRowThatIsInForceOnThatDay() {
    assertThat(deadlines.of("ADYEN", "visa", Instant.parse("2026-05-05T00:00:00Z")))
        .contains(new Answer(Instant.parse("2026-05-14T00:00:00Z"), "page of 2026"));
  }

  @Test
  void knowsNoneWhereNothingIsPublished() {
    assertThat(deadlines.of("PAYTER", "visa", TOLD)).isEmpty();
    assertThat(deadlines.of("STRIPE", null, TOLD)).isEmpty();
    assertThat(deadlines.of("STRIPE", "visa", Instant.parse("2019-12-31T00:00:00Z"))).isEmpty();
  }
}
