package dev.holdfast.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComplaintRowTest {
  private static final Finding EXPECTED =
      new Finding(
          Tap.Refused.because("HOLD_ABOVE_LIMIT"),
          new Advice(7, "FAIL", "CPO", "50.00 EUR"),
          Tap.Held.eur(5000));
  private static final Advice ADVICE =
      new Advice(7, "FAIL", "CPO", "Set the hold to 50.00 EUR: the most that NL allows.");
  private static final Finding SEEN = new Finding(EXPECTED.before(), ADVICE, Tap.Held.eur(5000));

  @Test
  void rowThatEndsAsExpectedSaysYes() {
    ComplaintRow row = row(SEEN);

    assertThat(row.isAsExpected()).isTrue();
    assertThat(row.cells())
        .containsExactly(
            "too high", "409 HOLD_ABOVE_LIMIT", "7 FAIL", "CPO", "HELD 50.00 EUR", "yes");
  }

  @Test
  void rowThatDiffersNamesEachDifference() {
    ComplaintRow row =
        row(
            new Finding(
                new Tap.Refused(List.of("RETIRED", "HOLD_ABOVE_LIMIT")),
                new Advice(7, "WARN", "VENDOR", "Set the hold to 40.00 EUR."),
                new Tap.Other(201)));

    assertThat(row.isAsExpected()).isFalse();
    assertThat(row.cells())
        .contains("409 RETIRED, HOLD_ABOVE_LIMIT", "7 WARN", "VENDOR", "HTTP 201")
        .last()
        .isEqualTo(
            "NO: tap before should be 409 HOLD_ABOVE_LIMIT; check should be 7 FAIL; who acts should"
                + " be CPO; tap after mending should be HELD 50.00 EUR; remedy should name 50.00"
                + " EUR");
  }

  @Test
  void troubleMakesARowWrongEvenWithTheRightFinding() {
    ComplaintRow row =
        new ComplaintRow(complaint(), SEEN, "", List.of(), List.of("awaited it for 30 s"));

    assertThat(row.isAsExpected()).isFalse();
    assertThat(row.cells()).last().isEqualTo("NO: awaited it for 30 s");
  }

  @Test
  void terminalThatWasNotLookedAtIsNotAsExpected() {
    assertThat(row(Finding.NOTHING).isAsExpected()).isFalse();
  }

  @Test
  void explanationHasTheVerdictTheRemedyAndWhoActs() {
    assertThat(row(SEEN).explanation())
        .containsExactly(
            "too high",
            "  verdict   hold fits the country",
            "  remedy    Set the hold to 50.00 EUR: the most that NL allows.",
            "  who acts  CPO");
  }

  @Test
  void longTextIsBrokenBetweenWordsAndSetUnderItsLabel() {
    assertThat(new Paragraph("why  ", "one two three four-and-twenty").lines(13))
        .containsExactly("why  one two", "     three", "     four-and-twenty");
    assertThat(new Paragraph("why  ", "one two").lines(12)).containsExactly("why  one two");
    assertThat(new Paragraph("why  ", "-").lines(2)).containsExactly("why  -");
  }

  private static ComplaintRow row(Finding seen) {
    return new ComplaintRow(complaint(), seen, "hold fits the country", List.of(), List.of());
  }

  private static Complaint complaint() {
    return new Complaint("too high", List.of(), EXPECTED, List.of());
  }
}
