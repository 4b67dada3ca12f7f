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
        "4111\t1111\t1111\t1111",
        "4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1",
        "3782 822463 10005",
        "paid with 5555555555554444, thanks",
        "378282246310005",
        "6304000000000000",
        "{\"note\":\"4111111111111111\"}",
        "4111111111111111 12/28",
        "4111 1111 1111 1111 12/28",
        "4111111111111111 123",
        "4111111111111111.00",
        "1 4111111111111111",
        "till 12 4111 1111 1111 1111 12 2028 123",
        "41111111111111111111 4111111111111111",
        "0199c5f0-7a51-7000-8000-000000000000 4111111111111111",
        "0199c5f0-7a51-7000-8000-000000000000/4111111111111111",
        "abcdef12-3456-789a-bcde-4111111111111111",
        "PAN4111111111111111",
        "pan_4111111111111111",
        "4111111111111111EUR",
        "4111 1111 1111 1111EUR",
        "Amex378282246310005",
        "\u041f\u0410\u041d4111111111111111",
        "\u0664\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661",
        "\uff14\uff11\uff11\uff11 \uff11\uff11\uff11\uff11 1111 1111",
        "\ud835\udfd2111111111111111",
        "6222040000030012",
        "2223003122003222",
        "135410014004955",
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
        "411111111117",
        "1764484800008",
        "1932748384612345676",
        "2721000000000004",
        "0000000000000000",
        "41111111111",
        "41111111111111111111111",
        "4111 1111-1111 1111",
        "4111  1111  1111  1111",
        "4111,1111,1111,1111",
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
    var uuid = "0199c5f0-7a51-7000-8000-630400000000";
    assertThat(CardNumbers.anyIn(uuid)).isFalse();
    assertThat(CardNumbers.anyIn("H" + uuid + "H")).isFalse();
    assertThat(CardNumbers.masked(uuid + " 630400000000 " + uuid))
        .isEqualTo(uuid + " ********0000 " + uuid);
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

  /** What a card number is by the tables of the schemes, and nothing else that ends well. */
  @Property
  void looksAtTheIssuerBeforeTheSum(
      @ForAll @LongRange(min = 10_000_000_000L, max = 999_999_999_999_999_999L) long digits) {
    var number = withCheckDigit(Long.toString(digits));
    boolean nobodyIssues = number.matches("[07].*|1.{12}|1.{13}|[23].{11}");

    assertThat(CardNumbers.anyIn(number) && nobodyIssues).isFalse();
  }

  @Test
  void takesAWordForAnIdentifierAndWordsForAText() {
    assertThat(CardNumbers.anyInIdentifier("4111111111111111")).isFalse();
    assertThat(CardNumbers.anyInIdentifier("4111-1111-1111-1111")).isFalse();
    assertThat(CardNumbers.anyInIdentifier("4111 1111 1111 1111")).isTrue();
    assertThat(CardNumbers.anyInIdentifier("4111\u00a01111\u00a01111\u00a01111")).isTrue();
    assertThat(CardNumbers.anyInIdentifier("session 1764484800008")).isFalse();
  }

  @Property
  void findsAndMasksEveryNumberHoweverItIsGroupedOrEmbedded(
      @ForAll @From("numbers") String number,
      @ForAll @From("separators") String separator,
      @ForAll @From("surroundings") String around) {
    var text = around + number.replaceAll("(.{4})(?=.)", "$1" + separator) + around;

    assertThat(CardNumbers.anyIn(text)).isTrue();
    assertThat(CardNumbers.anyIn(CardNumbers.masked(text))).isFalse();
    assertThat(CardNumbers.masked(text)).hasSameSizeAs(text).doesNotContain(number);
  }

  /** As it stands in bytes, where a length or the end of another text may touch it. */
  @Property
  void masksANumberWhateverTouchesIt(
      @ForAll @From("numbers") String number,
      @ForAll @From("neighbours") String before,
      @ForAll @From("neighbours") String after) {
    var text = before + number + after;

    assertThat(CardNumbers.maskedAnywhere(text)).hasSameSizeAs(text).doesNotContain(number);
  }

  /** Of every length that a scheme with these first digits issues. */
  @Provide
  Arbitrary<String> numbers() {
    return Arbitraries.oneOf(
        number("4", 13, 19),
        number("51", 16, 16),
        number("2221", 16, 16),
        number("2720", 16, 16),
        number("34", 15, 15),
        number("36", 14, 19),
        number("305", 14, 19),
        number("3528", 16, 19),
        number("50", 12, 19),
        number("6", 12, 19),
        number("81", 16, 19),
        number("2204", 16, 19),
        number("9792", 16, 16),
        number("1", 15, 15));
  }

  private static Arbitrary<String> number(String first, int fewest, int most) {
    return Arbitraries.strings()
        .numeric()
        .ofMinLength(fewest - first.length() - 1)
        .ofMaxLength(most - first.length() - 1)
        .map(digits -> withCheckDigit(first + digits));
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

  /** By the sum as ISO 7812 words it. */
  private static String withCheckDigit(String digits) {
    int sum =
        IntStream.range(0, digits.length())
            .map(fromRight -> {
              int digit = Character.digit(digits.charAt(digits.length() - 1 - fromRight), 10);
              return fromRight % 2 == 0 ? digit * 2 / 10 + digit * 2 % 10 : digit;
            })
            .sum();
    return digits + (10 - sum % 10) % 10;
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
    "a1H41111111111111110x, a1H************11110x",
    "H0199c5f0-7a51-7000-8000-630400000000, H0199c5f0-7a51-7000-8000-630400000000",
  })
  void masksAlsoWhatIsTouchedByALengthAndLeavesUuids(String text, String masked) {
    assertThat(CardNumbers.maskedAnywhere(text)).isEqualTo(masked);
  }
}
