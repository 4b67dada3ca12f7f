package dev.holdfast.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What was asked for on the command line.
 *
 * @param perSecond payments that begin in a second
 * @param alone no two faults at once
 * @param rest words that every command of this folder knows
 */
record Options(
    long seed, Duration time, double perSecond, Cells only, boolean alone, List<String> rest) {
  private static final int DEFAULT_MINUTES = 10;
  private static final double DEFAULT_PER_SECOND = 2;
  private static final double HIGHEST_PER_SECOND = 50;
  private static final int HIGHEST_MINUTES = 2_880;
  private static final long SEEDS = 1_000_000;

  /** The line that tells how to call the command. */
  static final String USAGE =
      "Usage: deploy/drill [--minutes N] [--seed S] [--rate PAYMENTS_A_SECOND]"
          + " [--only TARGET:FAULT,...] [--alone] [--port N]";

  /**
   * Reads the arguments; without a seed one is drawn.
   *
   * @throws IllegalArgumentException if one is not as it must be, with what it must be
   */
  static Options of(String... words) {
    Options options =
        new Options(
            new SplittableRandom().nextLong(SEEDS),
            Duration.ofMinutes(DEFAULT_MINUTES),
            DEFAULT_PER_SECOND,
            Cells.ALL,
            false,
            List.of());
    List<String> left = new ArrayList<>(Arrays.asList(words));
    while (!left.isEmpty()) {
      options = options.with(left.removeFirst(), left);
    }
    return options;
  }

  // The words are text that somebody typed, hence the default.
  private Options with(String word, List<String> left) {
    return switch (word) {
      case "--seed" -> new Options(seed(word, left), time, perSecond, only, alone, rest);
      case "--minutes" -> new Options(seed, minutes(word, left), perSecond, only, alone, rest);
      case "--rate" ->
          new Options(seed, time, number(word, left, 0.1, HIGHEST_PER_SECOND), only, alone, rest);
      case "--only" ->
          new Options(seed, time, perSecond, Cells.parse(next(word, left)), alone, rest);
      case "--alone" -> new Options(seed, time, perSecond, only, true, rest);
      default -> {
        List<String> more = new ArrayList<>(rest);
        more.add(word);
        yield new Options(seed, time, perSecond, only, alone, List.copyOf(more));
      }
    };
  }

  /** The course of faults that is asked for. */
  Course course() {
    return Course.of(seed, time, only, alone);
  }

  /** Not by way of a double, which does not keep each digit. */
  private static long seed(String word, List<String> left) {
    String text = next(word, left);
    if (text.matches("\\d{1,18}")) {
      return Long.parseLong(text);
    }
    throw new IllegalArgumentException(word + " needs a whole number of at most 18 digits.");
  }

  private static Duration minutes(String word, List<String> left) {
    return Duration.ofSeconds(Math.round(60 * number(word, left, 0.5, HIGHEST_MINUTES)));
  }

  private static double number(String word, List<String> left, double least, double most) {
    String text = next(word, left);
    if (text.matches("\\d{1,18}(\\.\\d{1,3})?")) {
      double number = Double.parseDouble(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw new IllegalArgumentException(
        "%s needs a number from %s to %s.".formatted(word, plain(least), plain(most)));
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  private static String next(String word, List<String> left) {
    if (left.isEmpty()) {
      throw new IllegalArgumentException(word + " needs something behind it.");
    }
    return left.removeFirst();
  }
}
