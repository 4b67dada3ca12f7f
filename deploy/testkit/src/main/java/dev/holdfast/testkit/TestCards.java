package dev.holdfast.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Card numbers that nobody has: those which schemes and gateways publish to test with. Each line of
 * {@code test-card-numbers.txt} names the scheme, the number and who publishes it.
 */
public final class TestCards {
  private static final String FILE = "/test-card-numbers.txt";

  private TestCards() {}

  /** All of them. */
  public static List<String> numbers() {
    return lines().stream().map(line -> line[1]).toList();
  }

  /** The first of each scheme. */
  public static List<String> ofEachScheme() {
    Map<String, String> first = new LinkedHashMap<>();
    lines().forEach(line -> first.putIfAbsent(line[0], line[1]));
    return List.copyOf(first.values());
  }

  /** These digits and one more, so that they pass Luhn's check as card numbers do. */
  public static String withCheckDigit(String digits) {
    int sum = 0;
    for (int fromRight = 0; fromRight < digits.length(); fromRight++) {
      int digit = Character.digit(digits.charAt(digits.length() - 1 - fromRight), 10);
      sum += fromRight % 2 == 0 ? digit * 2 / 10 + digit * 2 % 10 : digit;
    }
    return digits + (10 - sum % 10) % 10;
  }

  private static List<String[]> lines() {
    try (InputStream file = Objects.requireNonNull(TestCards.class.getResourceAsStream(FILE))) {
      return new String(file.readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .map(line -> line.split("\\|"))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(FILE, unreadable);
    }
  }
}
