package dev.holdfast.faults;

import dev.holdfast.faults.Course.Company;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What was asked for on the command line.
 *
 * @param course of faults
 * @param perSecond payments that begin in a second
 * @param rest words that every command of this folder knows
 */
record Options(Course course, double perSecond, List<String> rest) {
  private static final int DEFAULT_MINUTES = 10;
  private static final double DEFAULT_PER_SECOND = 2;
  private static final double HIGHEST_PER_SECOND = 50;
  private static final int HIGHEST_MINUTES = 2_880;
  private static final int LONGEST_FAULT_SECONDS = 3_600;
  private static final long SEEDS = 1_000_000;

  /** The line that tells how to call the command. */
  static final String USAGE =
      "Usage: deploy/drill [--minutes N] [--seed S] [--rate PAYMENTS_A_SECOND]"
          + " [--only TARGET:FAULT,...] [--lasting SECONDS] [--alone | --together] [--port N]";

  /**
   * Reads the arguments; without a seed one is drawn.
   *
   * @throws IllegalArgumentException if one is not as it must be, with what it must be
   */
  static Options of(String... words) {
    Course course =
        Course.of(new SplittableRandom().nextLong(SEEDS), Duration.ofMinutes(DEFAULT_MINUTES));
    Options options = new Options(course, DEFAULT_PER_SECOND, List.of());
    List<String> left = new ArrayList<>(Arrays.asList(words));
    while (!left.isEmpty()) {
      options = options.with(left.removeFirst(), left);
    }
    return options;
  }

  /** Decides the course of faults and the plans of the drivers. */
  long seed() {
    return course.seed();
  }

  // The words are text that somebody typed, hence the default.
  private Options with(String word, List<String> left) {
    return switch (word) {
      case "--seed" -> with(course.withSeed(seed(word, left)));
      case "--minutes" -> with(course.withTime(minutes(word, left)));
      case "--rate" -> new Options(course, number(word, left, 0.1, HIGHEST_PER_SECOND), rest);
      case "--only" -> with(course.withCells(Cells.parse(next(word, left))));
      case "--lasting" ->
          with(course.withEachLasting(seconds(number(word, left, 1, LONGEST_FAULT_SECONDS))));
      case "--alone" -> with(company(word, Company.NONE));
      case "--together" -> with(company(word, Company.ALL));
      default -> {
        List<String> more = new ArrayList<>(rest);
        more.add(word);
        yield new Options(course, perSecond, List.copyOf(more));
      }
    };
  }

  private Options with(Course other) {
    return new Options(other, perSecond, rest);
  }

  private Course company(String word, Company chosen) {
    if (course.company() != Company.SOME && course.company() != chosen) {
      throw new IllegalArgumentException(
          word + " contradicts what stands before it: leave one out.");
    }
    return course.withCompany(chosen);
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
    return seconds(60 * number(word, left, 0.5, HIGHEST_MINUTES));
  }

  private static Duration seconds(double seconds) {
    return Duration.ofSeconds(Math.round(seconds));
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
