package dev.holdfast.terminal.rest;

import static dev.holdfast.terminal.rest.ImportColumn.CHARGER_ID;
import static dev.holdfast.terminal.rest.ImportColumn.COUNTRY;
import static dev.holdfast.terminal.rest.ImportColumn.CPO_ID;
import static dev.holdfast.terminal.rest.ImportColumn.CURRENCY;
import static dev.holdfast.terminal.rest.ImportColumn.EVSE_IDS;
import static dev.holdfast.terminal.rest.ImportColumn.HOLD_MINOR_UNITS;
import static dev.holdfast.terminal.rest.ImportColumn.MODEL;
import static dev.holdfast.terminal.rest.ImportColumn.OVER_COMMIT;
import static dev.holdfast.terminal.rest.ImportColumn.SERIAL;
import static dev.holdfast.terminal.rest.ImportColumn.VENDOR;
import static java.util.stream.Collectors.joining;

import dev.holdfast.doors.Amount;
import dev.holdfast.terminal.core.TerminalCommand.Register;
import dev.holdfast.terminal.core.TerminalLines.Line;
import dev.holdfast.terminal.core.vendor.Vendor;
import dev.holdfast.text.CardNumbers;
import dev.holdfast.text.csv.CsvRecord.Cells;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A record of a file of terminals, by column.
 *
 * @param width how many cells it should have
 * @param cells without what is empty
 */
record ImportRow(Cells record, int width, Map<ImportColumn, String> cells) {
  private static final int LONGEST_ECHO = 64;
  private static final Pattern BETWEEN_EVSES = Pattern.compile("[\\s|]+");

  /** What the JSON doors get in a path and two bodies: with their checks. */
  record Entry(
      @Valid SerialPath path,
      @Valid TerminalRequest terminal,
      @Nullable @Valid BindingRequest binding) {
    Line toLine(int number) {
      var place = binding == null ? null : binding.toPlace();
      return new Line(number, path.serial(), new Register(terminal.toRegistration(), place));
    }
  }

  /** As much of a text as is shown to who sent it. */
  static String cut(String text) {
    return text.length() > LONGEST_ECHO ? text.substring(0, LONGEST_ECHO) + "..." : text;
  }

  int line() {
    return record.line();
  }

  /** What stands there; nothing where the column is empty or is not there. */
  String cell(ImportColumn column) {
    return cells.getOrDefault(column, "");
  }

  /** Does anything in it look like a card number that is not an identifier by its column? */
  boolean holdsCardNumber() {
    var identifiers = ImportColumn.IDENTIFIERS.stream().map(this::cell).toList();
    var evses =
        BETWEEN_EVSES
            .splitAsStream(cell(EVSE_IDS))
            .filter(id -> !CardNumbers.anyIn(id))
            .collect(joining(" "));
    return CardNumbers.anyIn(evses)
        || identifiers.stream().anyMatch(CardNumbers::anyInIdentifier)
        || record.cells().stream()
            .filter(cell -> !identifiers.contains(cell) && !cell.equals(cell(EVSE_IDS)))
            .anyMatch(CardNumbers::anyIn);
  }

  /** What the row says, where its numbers, switches and names of vendors can be read. */
  Entry entry() {
    var terminal =
        new TerminalRequest(
            Vendor.valueOf(cell(VENDOR)),
            cells.get(MODEL),
            cell(COUNTRY),
            cell(CURRENCY),
            hold(),
            cells.containsKey(OVER_COMMIT) ? Boolean.valueOf(cell(OVER_COMMIT)) : null);
    return new Entry(new SerialPath(cell(SERIAL)), terminal, binding());
  }

  private @Nullable Amount hold() {
    return cells.containsKey(HOLD_MINOR_UNITS)
        ? new Amount(Long.valueOf(cell(HOLD_MINOR_UNITS)), cell(CURRENCY))
        : null;
  }

  private @Nullable BindingRequest binding() {
    return cells.containsKey(CHARGER_ID)
        ? new BindingRequest(
            cell(CHARGER_ID),
            BETWEEN_EVSES.splitAsStream(cell(EVSE_IDS)).filter(id -> !id.isEmpty()).toList(),
            cell(CPO_ID))
        : null;
  }

  /** The columns of a place that are empty while others are not. */
  List<ImportColumn> missingOfPlace() {
    var missing = ImportColumn.PLACE.stream().filter(column -> !cells.containsKey(column)).toList();
    return missing.size() == ImportColumn.PLACE.size() ? List.of() : missing;
  }
}
