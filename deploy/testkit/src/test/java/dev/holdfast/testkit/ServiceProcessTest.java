package dev.holdfast.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceProcessTest {
  @Test
  void saysWhatToRunWhenTheServiceIsNotPackaged(@TempDir Path module) {
    assertThatThrownBy(() -> ServiceProcess.start(module, Map.of()))
        .hasMessageContaining("quarkus-app is missing")
        .hasMessageContaining("package -DskipTests");
  }
}
