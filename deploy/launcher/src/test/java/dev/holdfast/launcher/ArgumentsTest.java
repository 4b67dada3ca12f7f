package dev.holdfast.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {
  @Test
  void nothingMeansAFreePortAndStoppingAtTheEnd() {
    assertThat(Arguments.of(List.of())).isEqualTo(new Arguments(false, OptionalInt.empty()));
  }

  @Test
  void keepAndPortAreUnderstoodInAnyOrder() {
    assertThat(Arguments.of(List.of("--port", "8081", "--keep")))
        .isEqualTo(new Arguments(true, OptionalInt.of(8081)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--port", "--port 0", "--port 65536", "--port x", "--fast", "8080"})
  void whatIsNotKnownIsRefused(String words) {
    assertThatThrownBy(() -> Arguments.of(List.of(words.split(" ", -1))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
