package dev.holdfast.delivery;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what may be a card number: 12 to 19 digits, also in groups, that pass the Luhn check. A
 * UUID and a terminal's serial (letters, then digits) are not.
 */
public final class CardNumbers {
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern CANDIDATE =
      Pattern.compile("(?<![0-9A-Za-z])[0-9](?:[ -]?[0-9]){11,18}(?![0-9A-Za-z])");

  private CardNumbers() {}

  /** Is there anything in this text that may be a card number? */
  public static boolean anyIn(String text) {
    return candidates(text).results().map(MatchResult::group).anyMatch(CardNumbers::passesLuhn);
  }

  /** The text with all but the last four digits of what may be a card number masked. */
  public static String masked(String text) {
    return CANDIDATE.matcher(text).replaceAll(found -> mask(found.group()));
  }

  private static Matcher candidates(String text) {
    return CANDIDATE.matcher(UUID.matcher(text).replaceAll("uuid"));
  }

  private static String mask(String candidate) {
    return passesLuhn(candidate)
        ? "*".repeat(candidate.length() - 4) + candidate.substring(candidate.length() - 4)
        : candidate;
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
