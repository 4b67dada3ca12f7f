package dev.holdfast.terminal.rest;

import dev.holdfast.terminal.core.TerminalLines;
import dev.holdfast.terminal.core.TerminalLines.Line;
import dev.holdfast.terminal.rest.CheckRow.Outcome;
import dev.holdfast.terminal.rest.CheckRow.Outcome.Invalid;
import dev.holdfast.terminal.rest.CheckRow.Outcome.Valid;
import dev.holdfast.terminal.rest.ImportAnswer.LineResult;
import dev.holdfast.text.csv.CsvReader;
import dev.holdfast.text.csv.CsvRecord;
import dev.holdfast.text.csv.CsvRecord.Broken;
import dev.holdfast.text.csv.CsvRecord.Cells;
import dev.holdfast.text.csv.CsvText;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of terminals, line by line.
 *
 * @param flawed what the lines came to that say nothing that could be decided
 */
record ImportFile(TerminalLines lines, List<LineResult> flawed) {
  /** As many as a request may take minutes for. */
  static final int MOST_LINES = 100_000;

  /**
   * Reads it; one of which the columns or the letters are in doubt, or that is too long, is not.
   */
  static ImportFile read(byte[] file, CheckRow checkRow) {
    var reader = new CsvReader(text(file));
    var header = ImportHeader.of(reader.next());
    var sound = new ArrayList<Line>();
    var flawed = new ArrayList<LineResult>();
    for (var record = reader.next(); record.isPresent(); record = reader.next()) {
      switch (check(record.get(), header, checkRow)) {
        case Valid(var line) -> sound.add(line);
        case Invalid(var result) -> flawed.add(result);
      }
      if (sound.size() + flawed.size() > MOST_LINES) {
        throw Refusals.tooManyLines(MOST_LINES);
      }
    }
    return new ImportFile(new TerminalLines(sound), flawed);
  }

  private static Outcome check(CsvRecord record, ImportHeader header, CheckRow checkRow) {
    return switch (record) {
      case Cells cells -> checkRow.check(header.row(cells));
      case Broken(var line, var remedy) ->
          new Invalid(LineResult.refused(line, null, null, remedy));
    };
  }

  private static String text(byte[] file) {
    try {
      return CsvText.of(file);
    } catch (CsvText.NotUtf8 other) {
      throw Refusals.badFile("body", String.valueOf(other.getMessage()));
    }
  }
}
