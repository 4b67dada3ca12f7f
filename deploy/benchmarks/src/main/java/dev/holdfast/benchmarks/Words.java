package dev.holdfast.benchmarks;

import java.util.List;

/** Reads the word that follows an option, and says what it must be where it is something else. */
final class Words {
  private Words() {}

  /** A whole number within these bounds. */
  static int whole(String option, List<String> left, int least, int most) {
    String text = next(left);
    long number = text.matches("\\d{1,9}") ? Long.parseLong(text) : -1;
    if (number < least || number > most) {
      throw new IllegalArgumentException(
          "%s needs a whole number from %d to %d.".formatted(option, least, most));
    }
    return Math.toIntExact(number);
  }

  /** A number of at most three decimals, above 0. */
  static double number(String option, List<String> left, int most) {
    String text = next(left);
    double number = text.matches("\\d{1,9}(\\.\\d{1,3})?") ? Double.parseDouble(text) : 0;
    if (number <= 0 || number > most) {
      throw new IllegalArgumentException(
          "%s needs a number above 0, and of at most %d.".formatted(option, most));
    }
    return number;
  }

  /** A name that git does not take for an option of its own. */
  static String commit(String option, List<String> left) {
    String text = next(left);
    if (!text.matches("[A-Za-z0-9][A-Za-z0-9._/~^-]{0,99}")) {
      throw new IllegalArgumentException(option + " needs a commit of this repository.");
    }
    return text;
  }

  private static String next(List<String> left) {
    return left.isEmpty() ? "" : left.removeFirst();
  }
}
