package dev.holdfast.settlement.rest.report;

import dev.holdfast.delivery.Unacceptable;
import dev.holdfast.text.CardNumbers;
import java.math.BigDecimal;
import java.time.Instant;
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

  /** The name of a column without what differs between its spellings. */
  static String plain(String header) {
    return header.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /** Null where the cell is empty, or where there is no such column. */
  @Nullable String text(String column) {
    String text = cells.get(plain(column));
    if (text == null || text.isEmpty()) {
      return null;
    }
    if (text.length() > LONGEST_NAME) {
      throw new Unacceptable("%s: write at most %d characters".formatted(column, LONGEST_NAME));
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new Unacceptable(column + ": it has a control character; take it out");
    }
    // What is kept of a line are the names that the gateway gave; other cells are parsed.
    if (CardNumbers.anyInIdentifier(text)) {
      throw new Unacceptable(
          column + ": looks like a card number, and none may enter here; take it out");
    }
    return text;
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
    Money amount = amountIfTold(column, currency);
    return amount == null ? Money.zero(currency) : amount;
  }

  /** In major units; null where the cell is empty, or where there is no such column. */
  @Nullable Money amountIfTold(String column, CurrencyUnit currency) {
    String text = text(column);
    if (text == null) {
      return null;
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
    return text == null ? null : new ZonedCell(column, text, zoneColumn, text(zoneColumn)).time();
  }
}
