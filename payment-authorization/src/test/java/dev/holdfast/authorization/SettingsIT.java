package dev.holdfast.authorization;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.testkit.ServiceProcess;
import dev.holdfast.testkit.SharedInfrastructure;
import dev.holdfast.testkit.Stack;
import java.nio.file.Path;
import java.util.HashMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A setting with which no money would ever move is refused at the start. */
class SettingsIT {
  @ParameterizedTest
  @CsvSource({
    "holdfast.authorization.calls, 0, must be greater than or equal to 1",
    "holdfast.authorization.card-poll, 90s, must be shorter than or equal to 60 seconds",
  })
  void isRefusedWithASentence(String setting, String value, String why) {
    var settings =
        new HashMap<>(
            Stack.settings(SharedInfrastructure.started(), "payment-authorization-settings"));
    settings.put(setting, value);

    assertThatThrownBy(() -> ServiceProcess.start(Path.of("."), settings))
        .hasMessageContaining(setting + " " + why);
  }
}
