package dev.holdfast.settlement.report;

import dev.holdfast.delivery.Unacceptable;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A line of a report, by the names of its columns; a cell that cannot be understood is refused with
 * its column and how to mend it.
 */
record Row(Map<String, String> cells) {
  private static final int LONGEST_NAME = 200;
  private static final Pattern AMOUNT = Pattern.compile("[+-]?[0-9]{1,12}([.,][0-9]{1,6})?");
  private static final Pattern DAY_AND_TIME =
      Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9:.]+)");

  /** The name of a column without what differs between its spellings. */
  static String plain(String header) {
    return header.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /** Null where the cell is empty, or where there is no such column. */
  @Nullable String text(String column) {
    String text = cells.get(plain(column));
    if (text != null && text.length() > LONGEST_NAME) {
      throw new Unacceptable("%s: write at most %d characters".formatted(column, LONGEST_NAME));
    }
    return text == null || text.isEmpty() ? null : text;
  }

  String needed(String column) {
    String text = text(column);
    if (text == null) {
      throw new Unacceptable(column + ": the cell is empty; fill it in");
    }
    return text;
  }

  /** Those of the cells that are filled, in this order. */
  List<String> texts(String... columns) {
    return Arrays.stream(columns).map(this::text).filter(Objects::nonNull).distinct().toList();
  }

  CurrencyUnit currency(String column) {
    String code = needed(column);
    try {
      return CurrencyUnit.of(code.toUpperCase(Locale.ROOT));
    } catch (IllegalCurrencyException unknown) {
      throw new Unacceptable(
          "%s: %s is no currency; write an ISO 4217 code such as EUR".formatted(column, code));
    }
  }

  /** In major units; an empty cell is zero. */
  Money amount(String column, CurrencyUnit currency) {
    String text = text(column);
    if (text == null) {
      return Money.zero(currency);
    }
    if (!AMOUNT.matcher(text).matches()) {
      throw badAmount(column, text);
    }
    try {
      return Money.of(currency, new BigDecimal(text.replace(',', '.')).stripTrailingZeros());
    } catch (ArithmeticException tooFine) {
      throw badAmount(column, text);
    }
  }

  private static Unacceptable badAmount(String column, String text) {
    return new Unacceptable(
        "%s: %s is no amount; write it in the currency's major units, such as 1234.50"
            .formatted(column, text));
  }

  /** Of a time without a zone, that of the other column counts, or else UTC; null where empty. */
  @Nullable Instant time(String column, String zoneColumn) {
    String text = text(column);
    if (text == null) {
      return null;
    }
    try {
      var parts = DAY_AND_TIME.matcher(text);
      if (parts.matches()) {
        return LocalDateTime.parse(parts.group(1) + "T" + parts.group(2))
            .atZone(zone(zoneColumn))
            .toInstant();
      }
      return text.contains(":")
          ? Instant.parse(text.replace(' ', 'T'))
          : LocalDate.parse(text).atStartOfDay(zone(zoneColumn)).toInstant();
    } catch (DateTimeException malformed) {
      throw new Unacceptable(
          "%s: %s is no time; write it as 2026-11-22 12:00:00".formatted(column, text));
    }
  }

  private ZoneId zone(String column) {
    String name = text(column);
    return name == null ? ZoneOffset.UTC : ZoneId.of(name, ZoneId.SHORT_IDS);
  }
}
