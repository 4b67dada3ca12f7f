package dev.holdfast.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.launcher.TextTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowTest {
  private static final Scenario SCENARIO =
      new Scenario(
          "name",
          false,
          Card.GRANTS_EVERYTHING,
          List.of(),
          Result.eur(5000, 2340, 2340, 0, 2660, "FULL"));

  @Test
  void rowThatEndsAsExpectedSaysYes() {
    Row row = new Row(SCENARIO, "r", Result.eur(5000, 2340, 2340, 0, 2660, "FULL"), List.of());

    assertThat(row.isAsExpected()).isTrue();
    assertThat(row.cells())
        .containsExactly(
            "name",
            "50.00 EUR",
            "23.40 EUR",
            "23.40 EUR",
            "0.00 EUR",
            "0.00 EUR",
            "26.60 EUR",
            "FULL",
            "yes");
  }

  @Test
  void rowThatDiffersNamesEachDifference() {
    Row row = new Row(SCENARIO, "r", Result.eur(5000, 2340, 0, 2340, 2660, "FAILED"), List.of());

    assertThat(row.isAsExpected()).isFalse();
    assertThat(row.verdict())
        .isEqualTo(
            "NO: captured should be 23.40 EUR; shortfall should be 0.00 EUR; outcome should be"
                + " FULL");
  }

  @Test
  void troubleMakesARowWrongEvenWithTheRightAmounts() {
    Row row = new Row(SCENARIO, "r", SCENARIO.expected(), List.of("taken 2 times"));

    assertThat(row.isAsExpected()).isFalse();
    assertThat(row.verdict()).isEqualTo("NO: taken 2 times");
  }

  @Test
  void tableIsAlignedWithAmountsToTheRight() {
    var table =
        new TextTable(
            List.of("scenario", "hold"), List.of(List.of("a", "5.00 EUR"), List.of("bb", "-")));

    assertThat(table.lines())
        .containsExactly(
            "scenario | hold", "---------+---------", "a        | 5.00 EUR", "bb       |        -");
  }
}
