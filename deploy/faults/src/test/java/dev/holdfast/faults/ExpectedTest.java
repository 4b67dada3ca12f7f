package dev.holdfast.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExpectedTest {
  private static final String FILE =
      """
      # why the drill has this file
      [a hold for nobody]
      check: hold-left
      cells: gateway:*, *:stopped
      seen: reserved \\d+; row HELD.*
      why: The driver left
           before the answer came.
      """;

  private static final Cell GATEWAY_CUT = new Cell(Target.GATEWAY, Kind.CUT_OFF);
  private static final Cell BROKER_KILLED = new Cell(Target.BROKER, Kind.KILLED);

  @Test
  void readsNameCheckCellsAndWhy() {
    Expected expected = Expected.parse(FILE).getFirst();

    assertThat(expected.name()).isEqualTo("a hold for nobody");
    assertThat(expected.check()).isEqualTo(Check.HOLD_LEFT);
    assertThat(expected.cells().all()).hasSize(6 + 6);
    assertThat(expected.why()).isEqualTo("The driver left before the answer came.");
  }

  @Test
  void explainsOnlyWhatFitsInEachPoint() {
    Expected expected = Expected.parse(FILE).getFirst();

    assertThat(
            expected.explains(difference(Check.HOLD_LEFT, "reserved 5000; row HELD", GATEWAY_CUT)))
        .isTrue();
    assertThat(
            List.of(
                difference(Check.WITHOUT_END, "reserved 5000; row HELD", GATEWAY_CUT),
                difference(Check.HOLD_LEFT, "reserved 5000; row none", GATEWAY_CUT),
                difference(Check.HOLD_LEFT, "and more: reserved 5000; row HELD", GATEWAY_CUT),
                difference(Check.HOLD_LEFT, "reserved 5000; row HELD", BROKER_KILLED)))
        .noneMatch(expected::explains);
  }

  @Test
  void whatNothingExplainsFailsTheDrill() {
    Difference explained = difference(Check.HOLD_LEFT, "reserved 5000; row HELD", GATEWAY_CUT);
    Difference strange = difference(Check.TAKEN_TWICE, "taken 2 times", GATEWAY_CUT);

    assertThat(Verdict.of(List.of(explained, explained), Expected.parse(FILE)).isGood()).isTrue();
    Verdict verdict = Verdict.of(List.of(explained, strange), Expected.parse(FILE));
    assertThat(verdict.isGood()).isFalse();
    assertThat(verdict.caughtBy()).isEqualTo("taken-twice");
    assertThat(verdict.lines())
        .anyMatch(line -> line.startsWith("Expected, 1 times: a hold for nobody"))
        .anyMatch(line -> line.startsWith("NOT expected: taken-twice"));
  }

  @Test
  void saysWhatIsMissingInTheFile() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Expected.parse(FILE.replace("check: hold-left", "")))
        .withMessageContaining("[a hold for nobody] has no 'check:'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Expected.parse(FILE.replace("hold-left", "holdleft")))
        .withMessageContaining("names no check: 'holdleft'");
  }

  @Test
  void theFileOfTheDrillCanBeRead() {
    assertThat(Expected.all()).extracting(Expected::name).doesNotHaveDuplicates();
  }

  private static Difference difference(Check check, String seen, Cell cell) {
    return new Difference(check, "a payment", seen, Set.of(cell));
  }
}
