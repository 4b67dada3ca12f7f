package dev.holdfast.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoorTest {
  private static final Door TERMINALS = new Door("/terminals", "terminal-registry", () -> 1, false);
  private static final Door REGISTRY =
      new Door("/terminal-registry", "terminal-registry", () -> 1, true);

  @ParameterizedTest
  @CsvSource({
    "/terminals, /terminals", "/terminals/P1/diagnosis, /terminals",
    "/terminal-registry/q/health, /terminal-registry", "/terminal-registry, /terminal-registry"
  })
  void firstSegmentFindsTheDoor(String path, String prefix) {
    assertThat(FrontDoor.find(List.of(TERMINALS, REGISTRY), path).map(Door::prefix))
        .contains(prefix);
  }

  @ParameterizedTest
  @CsvSource({"/", "/terminalsX", "/termin", "/q/health", "/x/terminals"})
  void otherPathsFindNone(String path) {
    assertThat(FrontDoor.find(List.of(TERMINALS, REGISTRY), path)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/terminal-registry/q/health?x=1, /q/health?x=1",
    "/terminal-registry, /",
    "/terminal-registry?x=1, /?x=1"
  })
  void serviceNameIsStripped(String target, String behind) {
    assertThat(REGISTRY.behind(target)).isEqualTo(behind);
  }

  @Test
  void ownPrefixIsNotStripped() {
    assertThat(TERMINALS.behind("/terminals/P1?x=%20")).isEqualTo("/terminals/P1?x=%20");
  }
}
