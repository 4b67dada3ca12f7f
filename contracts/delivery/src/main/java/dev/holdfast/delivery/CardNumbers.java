package dev.holdfast.delivery;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds what may be a card number: 12 to 19 digits, also in groups, that pass the Luhn check. A
 * UUID and a terminal's serial (letters, then digits) are not.
 */
public final class CardNumbers {
  /** Either alternative takes its characters, so that no part of a UUID is looked at again. */
  private static final Pattern UUID_OR_NUMBER =
      Pattern.compile(
          "(?<uuid>[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})"
              + "|(?<![0-9A-Za-z])(?<number>[0-9](?:[ -]?[0-9]){11,18})(?![0-9A-Za-z])");

  private CardNumbers() {}

  /** Is there anything in this text that may be a card number? */
  public static boolean anyIn(String text) {
    return UUID_OR_NUMBER.matcher(text).results().anyMatch(CardNumbers::isCardNumber);
  }

  /** The text with all but the last four digits of what may be a card number masked. */
  public static String masked(String text) {
    return UUID_OR_NUMBER
        .matcher(text)
        .replaceAll(found -> isCardNumber(found) ? mask(found.group()) : found.group());
  }

  private static boolean isCardNumber(MatchResult found) {
    return found.group("number") != null && passesLuhn(found.group("number"));
  }

  private static String mask(String candidate) {
    int hidden = candidate.length() - 4;
    return "*".repeat(hidden) + candidate.substring(hidden);
  }

  private static boolean passesLuhn(String candidate) {
    int sum = 0;
    boolean twice = false;
    for (int i = candidate.length() - 1; i >= 0; i--) {
      int digit = candidate.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        continue;
      }
      int weighted = twice ? digit * 2 : digit;
      sum += weighted > 9 ? weighted - 9 : weighted;
      twice = !twice;
    }
    return sum % 10 == 0;
  }
}
