package dev.holdfast.text.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class CsvTableTest {
  @Test
  void readsACellByItsColumnWhateverTheOrder() {
    var table = CsvTable.of("t.csv", "b,a\n2,\"1, or so\"\n\n4,3\n");

    assertThat(table.rows()).extracting(row -> row.get("a")).containsExactly("1, or so", "3");
    assertThat(table.rows().getLast().line()).isEqualTo(4);
  }

  @Test
  void namesTheLineThatIsWrong() {
    assertThatIllegalStateException()
        .isThrownBy(() -> CsvTable.of("t.csv", "a,b\n1,2\n3\n"))
        .withMessage("t.csv, line 3: has 1 cells, and there are 2 columns");
    assertThatIllegalStateException()
        .isThrownBy(() -> CsvTable.of("t.csv", "a,b\n\"1,2\n"))
        .withMessageStartingWith("t.csv, line 2: cell 1: quotes do not match");
    assertThatIllegalStateException()
        .isThrownBy(() -> CsvTable.of("t.csv", "a\n1\n").rows().getFirst().get("b"))
        .withMessage("t.csv has no column b");
  }
}
