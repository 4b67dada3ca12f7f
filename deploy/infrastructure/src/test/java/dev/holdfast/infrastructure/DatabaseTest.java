package dev.holdfast.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DatabaseTest {
  private final Database database =
      new Database("127.0.0.1", 5432, "session-settlement", "holdfast", "s3cret");

  @Test
  void isFoundByBothDrivers() {
    assertThat(database.reactiveUrl()).isEqualTo("postgresql://127.0.0.1:5432/session-settlement");
    assertThat(database.jdbcUrl()).isEqualTo("jdbc:postgresql://127.0.0.1:5432/session-settlement");
  }

  @Test
  void keepsItsPasswordOutOfLogs() {
    assertThat(database.toString()).doesNotContain("s3cret");
  }

  @Test
  void refusesANameThatIsNone() {
    assertThatThrownBy(() -> DatabaseServer.create(database, "x\"; drop database y"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
