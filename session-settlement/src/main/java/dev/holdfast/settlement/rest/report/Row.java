package dev.holdfast.settlement.rest.report;

import dev.holdfast.delivery.Unacceptable;
import dev.holdfast.settlement.core.report.ReportLine.Kind;
import dev.holdfast.settlement.core.report.ReportLine.Time;
import dev.holdfast.text.CardNumbers;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A line of a report, by the names of its columns; a cell that cannot be understood is refused with
 * its column and how to mend it.
 *
 * @param cut columns that the line ends before: nobody knows what they would say
 */
record Row(Map<String, String> cells, Set<String> cut) {
  private static final int LONGEST_NAME = 200;
  private static final Pattern AMOUNT = Pattern.compile("[+-]?[0-9]{1,12}([.,][0-9]{1,6})?");

  /** Some write a thousand so, and some one and two tenths. */
  private static final Pattern THOUSANDS = Pattern.compile("[+-]?[1-9][0-9]{0,2}[.,][0-9]{3}");

  private static final int THREE_DIGITS = 3;

  /** Control characters, marks of the direction of writing, and what has no width. */
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}]");

  private static final Pattern INVISIBLE_ENDS =
      Pattern.compile("^[\\p{Cf}\\p{Z}]+|[\\p{Cf}\\p{Z}]+$");

  /** The name of a column without what differs between its spellings. */
  static String plain(String header) {
    return header.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /** Null where the cell is empty, or where there is no such column. */
  @Nullable String text(String column) {
    if (cut.contains(plain(column))) {
      throw new Unacceptable(
          column + ": the line ends before it; put a cell that holds the separator in quotes");
    }
    String text = cells.get(plain(column));
    if (text == null) {
      return null;
    }
    text = INVISIBLE_ENDS.matcher(text).replaceAll("");
    if (text.isEmpty()) {
      return null;
    }
    if (text.length() > LONGEST_NAME) {
      throw new Unacceptable("%s: write at most %d characters".formatted(column, LONGEST_NAME));
    }
    if (INVISIBLE.matcher(text).find()) {
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
    if (THOUSANDS.matcher(text).matches() && currency.getDecimalPlaces() != THREE_DIGITS) {
      throw new Unacceptable(
          "%s: %s has two meanings; write it with as many digits after the point as %s has"
              .formatted(column, text, currency));
    }
    try {
      return Money.of(currency, new BigDecimal(text.replace(',', '.')).stripTrailingZeros());
    } catch (ArithmeticException tooFine) {
      throw badAmount(column, text);
    }
  }

  /** What is not told is not known where money moved; nothing is kept of anything else. */
  @Nullable Money fee(String column, Kind kind, CurrencyUnit currency) {
    Money told = amountIfTold(column, currency);
    return told != null || kind.isOrdered() ? told : Money.zero(currency);
  }

  private static Unacceptable badAmount(String column, String text) {
    return new Unacceptable(
        "%s: %s is no amount; write it in the currency's major units, such as 1234.50"
            .formatted(column, text));
  }

  /** In major units, without its sign; null where neither cell is filled, or both are zero. */
  @Nullable Money filled(String column, String other, CurrencyUnit currency) {
    Money one = amount(column, currency);
    Money two = amount(other, currency);
    if (!one.isZero() && !two.isZero()) {
      throw new Unacceptable(
          "%s: it is filled, and %s as well; leave one of them empty".formatted(column, other));
    }
    Money filled = one.isZero() ? two : one;
    return filled.isZero() ? null : filled.abs();
  }

  /**
   * Of a time without a zone, that of the other column counts, or else UTC. Nothing depends on it:
   * one that cannot be understood is not known.
   */
  Time time(String column, String zoneColumn) {
    String cell = cells.get(plain(column));
    try {
      String text = text(column);
      return new Time(
          text,
          text == null ? null : new ZonedCell(column, text, zoneColumn, text(zoneColumn)).time());
    } catch (Unacceptable unknown) {
      return new Time(cell, null);
    }
  }
}
