package dev.holdfast.settlement;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.settlement.core.Rules;
import dev.holdfast.settlement.core.SmallestAmounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The rules with the smallest amounts of {@code smallest-amounts.csv}. Payter publishes none, so
 * the ones that Stripe publishes serve for both: what is below them is not worth a capture.
 */
final class ReadSmallestAmounts {
  private static final String FILE = "/smallest-amounts.csv";

  private ReadSmallestAmounts() {}

  @Produces
  @ApplicationScoped
  static Rules rules() {
    return new Rules(read());
  }

  static SmallestAmounts read() {
    try (InputStream file =
            Objects.requireNonNull(ReadSmallestAmounts.class.getResourceAsStream(FILE), FILE);
        var lines = new BufferedReader(new InputStreamReader(file, UTF_8))) {
      return new SmallestAmounts(lines.lines().skip(1).map(ReadSmallestAmounts::row).toList());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static SmallestAmounts.Row row(String line) {
    String[] cells = line.split(",", -1);
    var amount = Money.ofMinor(CurrencyUnit.of(cells[0]), Long.parseLong(cells[1]));
    return new SmallestAmounts.Row(amount, LocalDate.parse(cells[2]));
  }
}
