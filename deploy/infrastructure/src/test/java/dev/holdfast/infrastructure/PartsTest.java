package dev.holdfast.infrastructure;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartsTest {
  @Test
  void saysWhatToRunWhenNothingIsLaidOut(@TempDir Path empty) {
    assertThatThrownBy(() -> Parts.in(empty.toString()))
        .hasMessageContaining("quarkus-run.jar is missing")
        .hasMessageContaining("./mvnw -pl deploy/infrastructure package");
  }

  @Test
  void saysWhichPropertyIsMissing() {
    assertThatThrownBy(() -> Parts.in(null)).hasMessageContaining("holdfast.parts is not set");
  }
}
