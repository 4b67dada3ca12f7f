package dev.holdfast.settlement.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.settlement.core.Totals;
import dev.holdfast.settlement.core.journal.AccountBalance;
import dev.holdfast.settlement.core.journal.BookedEntry;
import dev.holdfast.settlement.core.journal.OpenShortfall;
import dev.holdfast.settlement.core.journal.OpenShortfall.Age;
import dev.holdfast.settlement.core.report.ReportHeading;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {
  private static final String CPO = "a cpo~with ~ signs";
  private static final Instant MOMENT = Instant.parse("2026-05-04T12:00:00.000001Z");
  private static final UUID ID = UUID.fromString("019ac2b4-6a3c-7d20-9c52-3f6a1be0c111");
  private static final List<Function<String, ?>> READINGS =
      List.of(
          Places::ofBalance,
          Places::ofAge,
          Places::ofTotals,
          Places::ofEntry,
          Places::ofReport,
          Places::ofMovement);

  @Test
  void anAccountIsFoundAgain() {
    var place = new AccountBalance.Place(CPO, "EUR", "TAX_PAYABLE");

    assertThat(Places.ofBalance(Places.text(place))).isEqualTo(place);
  }

  @ParameterizedTest
  @EnumSource
  void anAgeIsFoundAgain(Age age) {
    var place = new OpenShortfall(CPO, "EUR", age, 1, 100, Instant.EPOCH).place();

    var found = Places.ofAge(Places.text(place));

    assertThat(found).isEqualTo(place);
    assertThat(Age.upTo(found.age())).isEqualTo(age);
  }

  @Test
  void anHourIsFoundAgain() {
    var place = new Totals.Place(Instant.parse("2026-05-04T12:00:00Z"), CPO, "EUR");

    assertThat(Places.ofTotals(Places.text(place))).isEqualTo(place);
  }

  @Test
  void anEntryIsFoundAgain() {
    var place = new BookedEntry.Place(LocalDate.of(2026, 5, 4), MOMENT, ID);

    assertThat(Places.ofEntry(Places.text(place))).isEqualTo(place);
  }

  @Test
  void aReportIsFoundAgain() {
    var place = new ReportHeading.Place(MOMENT, ID);

    assertThat(Places.ofReport(Places.text(place))).isEqualTo(place);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "x~EUR~cpo",
        "2026-05-04~EUR",
        "019ac2b4-6a3c-7d20-9c52-3f6a1be0c111",
        "+9999999-01-01~EUR~A~x",
        "-0001-01-01T00:00:00Z~EUR~x",
        "+10000-01-01T00:00:00Z~019ac2b4-6a3c-7d20-9c52-3f6a1be0c111",
        "1969-12-31~2026-05-04T12:00:00Z~019ac2b4-6a3c-7d20-9c52-3f6a1be0c111",
        "2026-05-04~2026-05-04T12:00:00Z~1-1-1-1-1"
      })
  void whatIsNoPlaceIsRefused(String text) {
    for (Function<String, ?> reading : READINGS) {
      assertThatThrownBy(() -> reading.apply(text))
          .isInstanceOfAny(IllegalArgumentException.class, DateTimeException.class);
    }
  }
}
