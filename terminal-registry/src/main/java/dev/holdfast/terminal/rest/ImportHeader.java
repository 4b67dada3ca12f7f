package dev.holdfast.terminal.rest;

import dev.holdfast.text.CardNumbers;
import dev.holdfast.text.csv.CsvRecord;
import dev.holdfast.text.csv.CsvRecord.Broken;
import dev.holdfast.text.csv.CsvRecord.Cells;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * The first line of a file of terminals.
 *
 * @param columns in the order of the file
 */
record ImportHeader(List<ImportColumn> columns) {
  private static final String FIELD = "header";

  /** What the columns of a file are; a file that leaves a doubt about it is refused whole. */
  static ImportHeader of(Optional<CsvRecord> first) {
    var record =
        first.orElseThrow(() ->
            Refusals.badFile(
                FIELD,
                "the file is empty: its first line must name the columns; " + ImportColumn.all()));
    return switch (record) {
      case Broken broken -> throw Refusals.badFile(FIELD, broken.remedy());
      case Cells cells -> of(cells.cells());
    };
  }

  private static ImportHeader of(List<String> names) {
    var columns = new ArrayList<ImportColumn>();
    names.forEach(name -> columns.add(column(name)));
    var found = EnumSet.noneOf(ImportColumn.class);
    for (var column : columns) {
      if (!found.add(column)) {
        throw Refusals.badFile(column.header(), "the column is there twice: leave one out");
      }
    }
    var missing = ImportColumn.missingIn(found);
    if (!missing.isEmpty()) {
      var which = String.join(", ", missing);
      throw Refusals.badFile(which, "is missing: " + ImportColumn.all());
    }
    return new ImportHeader(List.copyOf(columns));
  }

  private static ImportColumn column(String name) {
    return ImportColumn.ofHeader(name)
        .orElseThrow(() ->
            CardNumbers.anyIn(name)
                ? Refusals.badFile(FIELD, CheckRow.CARD_NUMBER)
                : Refusals.badFile(
                    FIELD,
                    "no column is called \"%s\": %s"
                        .formatted(ImportRow.cut(name), ImportColumn.all())));
  }

  /** A line by column; it may have too many cells or too few. */
  ImportRow row(Cells record) {
    var cells = new EnumMap<ImportColumn, String>(ImportColumn.class);
    for (int i = 0; i < Math.min(columns.size(), record.cells().size()); i++) {
      var cell = record.cells().get(i);
      if (!cell.isEmpty()) {
        cells.put(columns.get(i), cell);
      }
    }
    return new ImportRow(record, columns.size(), cells);
  }
}
