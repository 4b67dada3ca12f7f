package dev.holdfast.settlement.rest.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.settlement.core.report.FileLine;
import dev.holdfast.settlement.core.report.ReportLine;
import dev.holdfast.settlement.core.report.ReportLine.Amounts;
import java.io.IOException;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the gateways publish of their reports: see the fixtures' page. */
class PublishedFormatsTest {
  @Test
  void takesTheWayOfMoneyFromAdyensTypeAndItsSizeFromTheFilledSide() throws IOException {
    assertThat(read(Format.ADYEN, "adyen-types"))
        .containsExactly(
            "CAPTURE EUR 23.40 keeps EUR 0.30",
            "CAPTURE EUR 5.00 keeps EUR 0.09",
            "CAPTURE EUR 5.00 keeps EUR 0.09",
            "CAPTURE EUR 20.00 as USD 22.00 keeps USD 0.50",
            "REFUND EUR -3.40 keeps EUR 0.10",
            "REFUND EUR 3.40 keeps EUR 0.00",
            "CHARGEBACK EUR -23.40 keeps EUR 7.50",
            "CHARGEBACK EUR 23.40 keeps EUR 0.00",
            "CHARGEBACK EUR -23.40 keeps EUR 0.00",
            "CHARGE EUR 0.20 keeps EUR 0.00",
            "CHARGE EUR -2.00 keeps EUR 0.00",
            "CHARGE EUR -1.00 keeps EUR 0.00",
            "RESERVE EUR 4.00 keeps EUR 0.00",
            "OTHER EUR 0.50 keeps EUR 0.00",
            "PAYOUT EUR 0.71 keeps EUR 0.00");
  }

  @ParameterizedTest
  @CsvSource({"49, false", "64, true"})
  void readsAdyensReportOfAnyWidthInAnyOrder(int columns, boolean isBackwards) throws IOException {
    String name = "adyen-%d-columns".formatted(columns);
    List<String> header =
        new String(ReportFileTest.example(name), UTF_8)
            .lines()
            .findFirst()
            .map(line -> List.of(line.split(",")))
            .orElseThrow();
    assertThat(header).hasSize(columns);
    assertThat(header.indexOf("Batch Number") > header.indexOf("Type")).isEqualTo(!isBackwards);
    assertThat(read(Format.ADYEN, name)).isEqualTo(read(Format.ADYEN, "adyen"));
  }

  @Test
  void namesAdyensPayoutByAccountAndBatch() throws IOException {
    assertThat(lines(Format.ADYEN, "adyen"))
        .extracting(ReportLine::payout)
        .containsOnly(new ReportLine.Payout("HoldfastNL", "12"));
  }

  @Test
  void takesWhatTheCardHolderSawBeforeWhatStripeSettled() throws IOException {
    assertThat(read(Format.STRIPE, "stripe-categories"))
        .containsExactly(
            "CAPTURE EUR 50.00 keeps EUR 0.30",
            "CAPTURE EUR -26.60 keeps EUR 0.00",
            "CAPTURE GBP 10.00 as EUR 11.70 keeps EUR 0.40",
            "CHARGEBACK EUR -23.40 keeps EUR 15.00",
            "CHARGEBACK EUR 23.40 keeps EUR -15.00",
            "RESERVE EUR -5.00 keeps EUR 0.00",
            "CHARGE EUR -0.20 keeps EUR 0.00",
            "OTHER EUR 1.00 keeps EUR 0.00",
            "PAYOUT EUR 30.20 keeps EUR 0.00");
  }

  private static List<String> read(Format format, String name) throws IOException {
    return lines(format, name).stream().map(PublishedFormatsTest::words).toList();
  }

  private static List<ReportLine> lines(Format format, String name) throws IOException {
    return ReportFileTest.all(format, ReportFileTest.example(name)).stream()
        .map(FileLine.Parsed.class::cast)
        .map(FileLine.Parsed::said)
        .toList();
  }

  private static String words(ReportLine line) {
    Amounts amounts = line.amounts();
    Money settled = amounts.settled();
    String as = amounts.isExchanged() ? " as " + settled : "";
    return "%s %s%s keeps %s".formatted(line.kind(), amounts.gross(), as, amounts.fee());
  }
}
