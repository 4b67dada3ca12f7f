package dev.holdfast.terminal.rest;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import dev.holdfast.terminal.core.TerminalLines.Line;
import dev.holdfast.terminal.core.vendor.Vendor;
import dev.holdfast.terminal.rest.ImportAnswer.LineResult;
import dev.holdfast.terminal.rest.ImportRow.Entry;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds the rows of a file against the checks of the JSON doors. */
@Singleton
class CheckRow {
  static final String CARD_NUMBER =
      "looks like a card number, and none may enter here: no column asks for one";

  private static final Pattern VENDORS =
      Pattern.compile(Arrays.stream(Vendor.values()).map(Vendor::name).collect(joining("|")));
  private static final Pattern WHOLE_NUMBER = Pattern.compile("(-?[0-9]{1,18})?");
  private static final Pattern TRUE_OR_FALSE = Pattern.compile("(?i)(true|false)?");

  private final Validator validator;

  CheckRow(Validator validator) {
    this.validator = validator;
  }

  /** What a row turned out to be. */
  sealed interface Outcome {
    /** It says something that the rules can decide. */
    record Valid(Line line) implements Outcome {}

    /** It does not. */
    record Invalid(LineResult result) implements Outcome {}
  }

  /** Where a row is wrong, and how to mend it; without a column it is wrong as a whole. */
  private record Flaw(@Nullable ImportColumn column, String remedy) {}

  Outcome check(ImportRow row) {
    if (row.holdsCardNumber()) {
      return new Outcome.Invalid(
          LineResult.refused(row.line(), null, null, "a cell " + CARD_NUMBER));
    }
    var illegible = illegible(row);
    if (illegible.isPresent()) {
      return flawed(row, illegible.get());
    }
    var entry = row.entry();
    return violation(entry)
        .map(flaw -> flawed(row, flaw))
        .orElseGet(() -> new Outcome.Valid(entry.toLine(row.line())));
  }

  private static Outcome flawed(ImportRow row, Flaw flaw) {
    var serial = ImportRow.cut(row.cell(ImportColumn.SERIAL));
    var field = flaw.column() == null ? null : flaw.column().header();
    return new Outcome.Invalid(LineResult.refused(row.line(), serial, field, flaw.remedy()));
  }

  /** What keeps a row from being told as the JSON doors are told. */
  private static Optional<Flaw> illegible(ImportRow row) {
    var vendors = "must be one of " + Arrays.toString(Vendor.values());
    var number = "must be a whole number of minor units (5000 is 50.00 EUR)";
    return Stream.of(
            otherWidth(row),
            unlike(VENDORS, row, ImportColumn.VENDOR, vendors),
            unlike(WHOLE_NUMBER, row, ImportColumn.HOLD_MINOR_UNITS, number),
            unlike(TRUE_OR_FALSE, row, ImportColumn.OVER_COMMIT, "must be true or false"),
            halfPlace(row))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Flaw> otherWidth(ImportRow row) {
    int cells = row.record().cells().size();
    return cells == row.width()
        ? Optional.empty()
        : Optional.of(
            new Flaw(
                null,
                "has %d cells, but the header has %d: put text with commas in quotes"
                    .formatted(cells, row.width())));
  }

  private static Optional<Flaw> unlike(
      Pattern pattern, ImportRow row, ImportColumn column, String remedy) {
    var cell = row.cell(column);
    var is = cell.isEmpty() ? "" : "is %s, but ".formatted(ImportRow.cut(cell));
    return pattern.matcher(cell).matches()
        ? Optional.empty()
        : Optional.of(new Flaw(column, is + remedy));
  }

  private static Optional<Flaw> halfPlace(ImportRow row) {
    var remedy =
        "is missing: charger_id, evse_ids and cpo_id belong together, give all of them or none";
    return row.missingOfPlace().stream().findFirst().map(column -> new Flaw(column, remedy));
  }

  /** The first in the order of the columns: a set has none. */
  private Optional<Flaw> violation(Entry entry) {
    return validator.validate(entry).stream()
        .map(CheckRow::flaw)
        .min(comparing(Flaw::column).thenComparing(Flaw::remedy));
  }

  private static Flaw flaw(ConstraintViolation<Entry> violation) {
    var path = violation.getPropertyPath().iterator();
    path.next();
    return new Flaw(ImportColumn.ofField(path.next().getName()), violation.getMessage());
  }
}
