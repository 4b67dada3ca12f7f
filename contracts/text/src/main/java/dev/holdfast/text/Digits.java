package dev.holdfast.text;

import java.util.Optional;
import java.util.regex.MatchResult;

/**
 * Digits of a text: a group, or several that belong together.
 *
 * @param start of the first digit in the text
 * @param end after the last digit
 * @param count of digits, without what is between them
 * @param touched by a letter
 */
record Digits(int start, int end, int count, boolean touched) {
  private static final int MOST_OF_A_SERIAL = 14;

  /** A number that is written in groups has none that is longer; a serial has. */
  private static final int LONGEST_PART = 6;

  private static final int SHOWN = 4;

  /** Empty for a serial, and for a word that is neither digits nor has letters on one side only. */
  static Optional<Digits> of(MatchResult word) {
    if (word.group("digits") == null) {
      return Optional.empty();
    }
    boolean before = !word.group("before").isEmpty();
    boolean after = !word.group("after").isEmpty();
    var digits = word.group("digits");
    int count = digits.codePointCount(0, digits.length());
    boolean serial = (before || after) && LONGEST_PART < count && count <= MOST_OF_A_SERIAL;
    return (before && after) || serial
        ? Optional.empty()
        : Optional.of(new Digits(word.start("digits"), word.end("digits"), count, before || after));
  }

  /** With the next group, whatever is between the two. */
  Digits and(Digits next) {
    return new Digits(start, next.end, count + next.count, touched || next.touched);
  }

  /** Does a scheme issue them, and are they too many for a serial if they are touched? */
  boolean mayBeCardNumber(String text) {
    return (!touched || count > MOST_OF_A_SERIAL) && Scheme.anyIssues(plain(text));
  }

  /** Without what is between them, and whatever their script is, as ASCII has them. */
  private String plain(String text) {
    var plain = new StringBuilder(count);
    text.substring(start, end)
        .codePoints()
        .map(sign -> Character.digit(sign, 10))
        .filter(digit -> digit >= 0)
        .forEach(plain::append);
    return plain.toString();
  }

  /** Leaves no more of this text than the last four of these digits. */
  void mask(String text, StringBuilder masked) {
    int shown = end;
    for (int digits = 0; digits < SHOWN; ) {
      int sign = text.codePointBefore(shown);
      shown -= Character.charCount(sign);
      digits += Character.isDigit(sign) ? 1 : 0;
    }
    for (int at = start; at < shown; at++) {
      masked.setCharAt(at, '*');
    }
  }
}
