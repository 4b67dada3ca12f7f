package dev.holdfast.terminal.rest;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The columns of a file of terminals; in a file they stand in any order and any case. */
enum ImportColumn {
  SERIAL("serial"),
  VENDOR("vendor"),
  MODEL("model"),
  COUNTRY("country"),
  CURRENCY("currency"),
  HOLD_MINOR_UNITS("hold"),
  OVER_COMMIT("overCommit"),
  CHARGER_ID("chargerId"),
  EVSE_IDS("evseIds"),
  CPO_ID("cpoId");

  /** Those that say where a terminal is: all of them, or none. */
  static final List<ImportColumn> PLACE = List.of(CHARGER_ID, EVSE_IDS, CPO_ID);

  /** Those of which each cell is one identifier; EVSE_IDS has several. */
  static final List<ImportColumn> IDENTIFIERS = List.of(SERIAL, CHARGER_ID, CPO_ID);

  private static final List<ImportColumn> REQUIRED = List.of(SERIAL, VENDOR, COUNTRY, CURRENCY);

  private final String field;

  ImportColumn(String field) {
    this.field = field;
  }

  /** As it is written in a file. */
  String header() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The column of what a JSON body calls so; the parts of an amount belong to its column. */
  static ImportColumn ofField(String field) {
    var outer = field.split("\\.", 2)[0];
    return Arrays.stream(values())
        .filter(column -> column.field.equals(outer))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no column holds " + field));
  }

  static Optional<ImportColumn> ofHeader(String header) {
    return Arrays.stream(values())
        .filter(column -> column.header().equals(header.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /** The required columns that are not among these, as a file would have them. */
  static List<String> missingIn(Set<ImportColumn> columns) {
    return REQUIRED.stream()
        .filter(column -> !columns.contains(column))
        .map(ImportColumn::header)
        .toList();
  }

  /** What columns there are, in words. */
  static String all() {
    return "the columns are %s, separated by commas; %s are required"
        .formatted(headers(List.of(values())), headers(REQUIRED));
  }

  private static String headers(List<ImportColumn> columns) {
    return columns.stream().map(ImportColumn::header).collect(joining(", "));
  }
}
