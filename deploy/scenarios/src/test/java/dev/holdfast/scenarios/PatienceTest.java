package dev.holdfast.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatienceTest {
  @Test
  void looksUntilItFits() {
    Iterator<String> seen = List.of("DECIDED", "SETTLED").iterator();

    assertThat(new Patience(Duration.ofMinutes(1)).until("x", seen::next, "SETTLED"::equals))
        .isEqualTo("SETTLED");
  }

  @Test
  void saysWhatWasAwaitedAndWhatWasSeenLast() {
    assertThatThrownBy(
            () -> new Patience(Duration.ZERO).until("SETTLED", () -> "DECIDED", "x"::equals))
        .hasMessageContaining("awaited SETTLED")
        .hasMessageContaining("seen last: DECIDED");
  }
}
