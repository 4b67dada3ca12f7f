package dev.holdfast.settlement.rest;

import dev.holdfast.doors.Amount;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table of separated values (RFC 4180, but for the separator), in their order.
 * Text that a spreadsheet would take for a formula gets an apostrophe before it.
 *
 * @param <R> what a row tells of
 */
record Csv<R>(List<Column<R>> columns) {
  private static final String END_OF_LINE = "\r\n";
  private static final Pattern NEEDS_QUOTES = Pattern.compile("[\"\r\n]");
  private static final Pattern IS_FORMULA = Pattern.compile("^[=+\\-@\t\r]");

  /** A column: its name, and what a row has there; null: nothing. */
  record Column<R>(String name, Function<R, @Nullable Object> value) {}

  static <R> Column<R> column(String name, Function<R, @Nullable Object> value) {
    return new Column<>(name, value);
  }

  /** In major units, with as many decimals as the currency has. */
  static @Nullable BigDecimal amount(@Nullable Amount money) {
    return money == null
        ? null
        : BigDecimal.valueOf(
            money.minorUnits(), CurrencyUnit.of(money.currency()).getDecimalPlaces());
  }

  String header(CsvManner manner) {
    return manner.beginning() + line(columns.stream().map(Column::name), manner);
  }

  String lines(Stream<R> rows, CsvManner manner) {
    return rows.map(row ->
            line(columns.stream().map(column -> cell(column.value().apply(row), manner)), manner))
        .collect(Collectors.joining());
  }

  private static String line(Stream<String> cells, CsvManner manner) {
    return cells.collect(Collectors.joining(String.valueOf(manner.sign()), "", END_OF_LINE));
  }

  private static String cell(@Nullable Object value, CsvManner manner) {
    return switch (value) {
      case null -> "";
      case BigDecimal amount -> amount.toPlainString();
      case String text -> quoted(IS_FORMULA.matcher(text).find() ? "'" + text : text, manner);
      default -> value.toString(); // a number, a moment, a name of ours
    };
  }

  private static String quoted(String text, CsvManner manner) {
    return text.indexOf(manner.sign()) >= 0 || NEEDS_QUOTES.matcher(text).find()
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }
}
