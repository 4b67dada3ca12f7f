package dev.holdfast.terminal.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Rows outlive the version that wrote them, in both directions. */
class StoredRowsTest {
  @Test
  void areReadAsTheyWereWritten() {
    assertThat(StoredRows.SAMPLES.samples()).isNotEmpty();
    assertThat(StoredRows.SAMPLES.notRead()).isEmpty();
  }

  @Test
  void areLeftAloneWhereANewerVersionWroteThem() {
    assertThat(StoredRows.SAMPLES.notLeft()).isEmpty();
  }
}
