package dev.holdfast.checks.audit;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How a table is asked for what a topic says of its rows.
 *
 * @param from the table
 * @param key what names a row, as an expression
 * @param version which version of it the row holds, as an expression
 * @param at when it became that
 * @param fields of the topic's record, each with the expression that gives the same of a row
 */
record Table(String from, String key, String version, String at, Map<String, String> fields) {

  private static final Pattern AFTER_UNDERSCORE = Pattern.compile("_(.)");

  /** A table of which nothing is compared yet. */
  static Table of(String from, String key, String version, String at) {
    return new Table(from, key, version, at, Map.of());
  }

  /** Its name, without the short one that expressions use. */
  String name() {
    return from.startsWith("(")
        ? from.substring(from.lastIndexOf(' ') + 1)
        : from.replaceAll(" .*", "");
  }

  /** The same, and this field is compared too. */
  Table with(String field, String expression) {
    Map<String, String> more = new LinkedHashMap<>(fields);
    more.put(field, expression);
    return new Table(from, key, version, at, more);
  }

  /** The same, and the named columns are compared under the names that the topic gives them. */
  Table withColumns(String... columns) {
    Table more = this;
    for (String column : columns) {
      more = more.with(camelCase(column), column);
    }
    return more;
  }

  /** The same, and an amount that has its currency in another column is compared too. */
  Table withMoney(String field, String minorUnits, String currency) {
    return with(field, minorUnits + " || ' ' || " + currency);
  }

  /** Every row: key, version, at, content; json and not jsonb, which refuses some texts. */
  String sql() {
    String content =
        fields.entrySet().stream()
            .map(field -> "'" + field.getKey() + "', " + field.getValue())
            .collect(Collectors.joining(", "));
    return "select %s as key, %s as version, %s as at, json_build_object(%s) as content from %s"
        .formatted(key, version, at, content, from);
  }

  private static String camelCase(String column) {
    return AFTER_UNDERSCORE
        .matcher(column)
        .replaceAll(found -> found.group(1).toUpperCase(Locale.ROOT));
  }
}
