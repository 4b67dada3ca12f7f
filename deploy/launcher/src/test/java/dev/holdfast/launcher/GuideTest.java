package dev.holdfast.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.infrastructure.Database;
import dev.holdfast.launcher.system.LocalSystem;
import dev.holdfast.launcher.system.Service;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GuideTest {
  private final String guide =
      Guide.to(
          new LocalSystem.Addresses(
              URI.create("http://door"),
              "kafka:9",
              URI.create("http://registry"),
              URI.create("http://simulator"),
              URI.create("http://stripe"),
              Map.of(
                  Service.TERMINAL_REGISTRY, new Database("one", 1, "terminals", "me", "secret"),
                  Service.SESSION_SETTLEMENT,
                      new Database("two", 2, "settlements", "me", "secret")),
              Path.of("logs")));

  @Test
  void consoleComesFirst() {
    assertThat(guide.strip()).matches("(?s)Console +http://door/console/\n.*");
  }

  @Test
  void everyAddressIsNamed() {
    assertThat(guide)
        .contains("http://door", "kafka:9", "http://registry", "http://simulator", "http://stripe")
        .contains("postgresql://one:1/terminals", "postgresql://two:2/settlements", "logs")
        .doesNotContain("secret");
  }

  @Test
  void exampleDefinesWhatItUses() {
    assertThat(guide)
        .contains("send() { curl -s -w '\\n'", "front=http://door; simulator=http://simulator")
        .contains("deploy/publish session-closed \"{\\\"reference\\\"");
  }
}
