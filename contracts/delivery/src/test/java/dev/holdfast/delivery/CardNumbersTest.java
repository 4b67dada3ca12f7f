package dev.holdfast.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumbersTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "4111111111111111",
        "4111 1111 1111 1111",
        "4111-1111-1111-1111",
        "paid with 5555555555554444, thanks",
        "378282246310005",
        "6304000000000000",
        "a=1&pan=4111111111111111&b=2",
        "{\"note\":\"4111111111111111\"}"
      })
  void findsCardNumbers(String text) {
    assertThat(CardNumbers.anyIn(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "4111111111111112",
        "41111111111",
        "41111111111111111111111",
        "P4111111111111111",
        "0199c5f0-7a51-7000-8000-000000000000",
        "************1111",
        "2026-11-22T10:15:30Z"
      })
  void leavesEverythingElseAlone(String text) {
    assertThat(CardNumbers.anyIn(text)).isFalse();
  }

  @Test
  void masksAllButTheLastFourDigits() {
    assertThat(CardNumbers.masked("card 4111 1111 1111 1111 refused"))
        .isEqualTo("card ***************1111 refused");
  }
}
