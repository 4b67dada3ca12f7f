package dev.holdfast.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumbersTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "4111111111111111",
        "4111 1111 1111 1111",
        "4111-1111-1111-1111",
        "4111\u00a01111\u00a01111\u00a01111",
        "4111\u20131111\u20131111\u20131111",
        "4111\u200b1111\u200b1111\u200b1111",
        "4111.1111.1111.1111",
        "4111_1111_1111_1111",
        "4111/1111/1111/1111",
        "4111+1111+1111+1111",
        "4111\t1111\t1111\t1111",
        "4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1",
        "3782 822463 10005",
        "paid with 5555555555554444, thanks",
        "378282246310005",
        "6304000000000000",
        "a=1&pan=4111111111111111&b=2",
        "{\"note\":\"4111111111111111\"}",
        "4111111111111111 12/28",
        "4111 1111 1111 1111 12/28",
        "4111111111111111 123",
        "4111111111111111-123",
        "4111111111111111.00",
        "1 4111111111111111",
        "till 12 4111 1111 1111 1111",
        "till 12 4111 1111 1111 1111 12 2028 123",
        "41111111111111111111 4111111111111111",
        "0199c5f0-7a51-7000-8000-000000000000 4111111111111111",
        "0199c5f0-7a51-7000-8000-000000000000/4111111111111111",
        "abcdef12-3456-789a-bcde-4111111111111111",
        "PAN4111111111111111",
        "PAN4111-1111-1111-1111",
        "pan_4111111111111111",
        "4111111111111111EUR",
        "4111 1111 1111 1111EUR",
        "Amex378282246310005",
        "\u041f\u0410\u041d4111111111111111",
        "\u0664\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661",
        "\uff14\uff11\uff11\uff11 \uff11\uff11\uff11\uff11 1111 1111",
        "\ud835\udfd2111111111111111",
      })
  void findsCardNumbers(String text) {
    assertThat(CardNumbers.anyIn(text)).isTrue();
    assertThat(CardNumbers.anyIn(CardNumbers.masked(text))).isFalse();
    assertThat(CardNumbers.masked(text)).hasSameSizeAs(text);
  }

  /** The digits of most would pass the check if they were taken together. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "4111111111111112",
        "41111111111",
        "41111111111111111111111",
        "4111 1111-1111 1111",
        "4111  1111  1111  1111",
        "4111,1111,1111,1111",
        "[4111, 1111, 1111, 1111]",
        "4111:1111:1111:1111",
        "4111 EUR 1111 1111 1111",
        "P41111111111114",
        "tmr_FDOt2wlRZEdpd7",
        "terminal SN41111111111 10006",
        "POL411111111111-55",
        "41111111111114Z",
        "x4111111111111111y",
        "4111f111111111111",
        "pi_4f111111111111111",
        "4bf92f3577b34da64111111111111111",
        "0199c5f0-7a51-7000-8000-000000000000",
        "************1111",
        "2026-11-22 10:15:30.008",
        "2026-11-22 2026-11-26",
        "2026-11-22/2026-11-26",
        "+49 (151) 2345-670",
        "1.234.567.890,15 EUR",
        "192.168.1.100:9092",
        "NL*ABC*E411111*111111*1111",
      })
  void leavesEverythingElseAlone(String text) {
    assertThat(CardNumbers.anyIn(text)).isFalse();
    assertThat(CardNumbers.masked(text)).isEqualTo(text);
  }

  @Test
  void leavesAUuidAsItIsAlsoWhereItsLastGroupPassesTheCheck() {
    var uuid = "0199c5f0-7a51-7000-8000-411111111117";
    assertThat(CardNumbers.anyIn(uuid)).isFalse();
    assertThat(CardNumbers.anyIn("H" + uuid + "H")).isFalse();
    assertThat(CardNumbers.masked(uuid + " 411111111117 " + uuid))
        .isEqualTo(uuid + " ********1117 " + uuid);
  }

  @Property
  void leavesTimesAsTheyAre(
      @ForAll @LongRange(min = 0, max = 4_000_000_000L) long from,
      @ForAll @IntRange(max = 999_999_999) int nanos) {
    var time = Instant.ofEpochSecond(from, nanos);
    var date = LocalDate.ofEpochDay(from / 86_400);

    assertThat(CardNumbers.anyIn(time + " " + time + "/" + time)).isFalse();
    assertThat(CardNumbers.anyIn(date + " " + date + "/" + date)).isFalse();
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

  /** As it stands in bytes, where a length or the end of another text may touch it. */
  @Property
  void masksANumberWhateverTouchesIt(
      @ForAll @LongRange(min = 10_000_000_000L, max = 999_999_999_999_999_999L) long digits,
      @ForAll @From("neighbours") String before,
      @ForAll @From("neighbours") String after) {
    var number = withCheckDigit(Long.toString(digits));
    var text = before + number + after;

    assertThat(CardNumbers.maskedAnywhere(text)).hasSameSizeAs(text).doesNotContain(number);
  }

  @Provide
  Arbitrary<String> separators() {
    return Arbitraries.of("", " ", "-", ".", "_", "/", "\u00a0", "\u2013");
  }

  @Provide
  Arbitrary<String> surroundings() {
    return Arbitraries.of("", " ", "\"", "=", ":", "\n", "*", "/", " 12 ", ", 123 ");
  }

  @Provide
  Arbitrary<String> neighbours() {
    return Arbitraries.of("", " ", "0", "8", "H", "a1H", "20", "\u0000", "f-");
  }

  private static String withCheckDigit(String digits) {
    return IntStream.rangeClosed(0, 9)
        .mapToObj(last -> digits + last)
        .filter(CardNumbers::anyIn)
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "card 4111 1111 1111 1111 refused, card ***************1111 refused",
    "PAN4111111111111111, PAN************1111",
    "4111111111111111 12/28, ************1111 12/28",
    "\uff14111111111111111, ************1111",
    "\ud835\udfd2111111111111111, *************1111",
    "5555555555554444 5555555555554444, ************4444 ************4444",
  })
  void masksAllButTheLastFourDigits(String text, String masked) {
    assertThat(CardNumbers.masked(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource({
    "H4111111111111111, H************1111",
    "84111111111111111, 8************1111",
    "a1H41111111111111110x, a1H*************1110x",
    "H0199c5f0-7a51-7000-8000-411111111117, H0199c5f0-7a51-7000-8000-411111111117",
  })
  void masksAlsoWhatIsTouchedByALengthAndLeavesUuids(String text, String masked) {
    assertThat(CardNumbers.maskedAnywhere(text)).isEqualTo(masked);
  }
}
