package dev.holdfast.settlement.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.holdfast.settlement.core.Totals;
import dev.holdfast.settlement.core.journal.DayBalance;
import dev.holdfast.settlement.core.journal.OpenShortfall;
import dev.holdfast.settlement.core.journal.OpenShortfall.Age;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {
  private static final String CPO = "a cpo~with ~ signs";

  @Test
  void aDayIsFoundAgain() {
    var place = new DayBalance.Place(LocalDate.of(2026, 5, 4), CPO, "EUR", "TAX_PAYABLE");

    assertThat(Places.ofDayBalance(Places.text(place))).isEqualTo(place);
  }

  @ParameterizedTest
  @EnumSource
  void anAgeIsFoundAgain(Age age) {
    var place = new OpenShortfall(CPO, "EUR", age, 1, 100, Instant.EPOCH).place();

    var found = Places.ofShortfall(Places.text(place));

    assertThat(found).isEqualTo(place);
    assertThat(Age.upTo(found.age())).isEqualTo(age);
  }

  @Test
  void anHourIsFoundAgain() {
    var place = new Totals.Place(Instant.parse("2026-05-04T12:00:00Z"), CPO, "EUR");

    assertThat(Places.ofTotals(Places.text(place))).isEqualTo(place);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "x~EUR~cpo", "2026-05-04~EUR"})
  void whatIsNoPlaceIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Places.ofDayBalance(text));
    assertThatIllegalArgumentException().isThrownBy(() -> Places.ofShortfall(text));
    assertThatIllegalArgumentException().isThrownBy(() -> Places.ofTotals(text));
  }
}
