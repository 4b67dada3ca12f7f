package dev.holdfast.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CharactersTest {
  @Test
  void findsTheCharacterThatCannotBeKept() {
    assertThat(Characters.hasNul("a\0b")).isTrue();
    assertThat(Characters.hasNul("a\u0001b")).isFalse();
  }

  @Test
  void showsATextOnOneLine() {
    assertThat(Characters.printable("PAID\r\nX: y\0\u007f\u0085 ü"))
        .isEqualTo("PAID\ufffd\ufffdX: y\ufffd\ufffd\u0085 ü");
  }
}
