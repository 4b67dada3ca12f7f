package dev.holdfast.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
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

  /** Its last group reads as a number that passes the check. */
  @Test
  void leavesAUuidAsItIs() {
    var uuid = "0199c5f0-7a51-7000-8000-411111111111";
    assertThat(CardNumbers.anyIn(uuid + " 411111111111"))
        .isEqualTo(CardNumbers.anyIn("411111111111"));
    assertThat(CardNumbers.masked("see " + uuid)).isEqualTo("see " + uuid);
  }

  @Property
  void findsAndMasksEveryNumberHoweverItIsGroupedOrEmbedded(
      @ForAll @LongRange(min = 10_000_000_000L, max = 999_999_999_999_999_999L) long digits,
      @ForAll @From("separators") String separator,
      @ForAll @From("surroundings") String around) {
    var number = withCheckDigit(Long.toString(digits));
    var text = around + number.replaceAll("(.{4})(?=.)", "$1" + separator) + around;

    assertThat(CardNumbers.anyIn(text)).isTrue();
    assertThat(CardNumbers.anyIn(CardNumbers.masked(text))).isFalse();
    assertThat(CardNumbers.masked(text)).hasSameSizeAs(text).doesNotContain(number);
  }

  @Provide
  Arbitrary<String> separators() {
    return Arbitraries.of("", " ", "-");
  }

  @Provide
  Arbitrary<String> surroundings() {
    return Arbitraries.of("", " ", "\"", "=", ":", "\n", "*", "/");
  }

  private static String withCheckDigit(String digits) {
    return IntStream.rangeClosed(0, 9)
        .mapToObj(last -> digits + last)
        .filter(CardNumbers::anyIn)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void masksAllButTheLastFourDigits() {
    assertThat(CardNumbers.masked("card 4111 1111 1111 1111 refused"))
        .isEqualTo("card ***************1111 refused");
  }
}
