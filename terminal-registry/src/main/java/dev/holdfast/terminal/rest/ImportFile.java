package dev.holdfast.terminal.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.terminal.core.TerminalLines;
import dev.holdfast.terminal.core.TerminalLines.Line;
import dev.holdfast.terminal.csv.CsvReader;
import dev.holdfast.terminal.csv.CsvRecord;
import dev.holdfast.terminal.csv.CsvRecord.Broken;
import dev.holdfast.terminal.csv.CsvRecord.Cells;
import dev.holdfast.terminal.rest.CheckRow.Checked;
import dev.holdfast.terminal.rest.CheckRow.Checked.Flawed;
import dev.holdfast.terminal.rest.CheckRow.Checked.Sound;
import dev.holdfast.terminal.rest.ImportAnswer.Result;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of terminals, line by line.
 *
 * @param flawed what the lines came to that say nothing that could be decided
 */
record ImportFile(TerminalLines lines, List<Result> flawed) {
  /** As many as a request may take minutes for. */
  static final int MOST_LINES = 100_000;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /**
   * Reads it; one of which the columns or the letters are in doubt, or that is too long, is not.
   */
  static ImportFile read(byte[] file, CheckRow checkRow) {
    var reader = new CsvReader(text(file));
    var header = ImportHeader.of(reader.next());
    var sound = new ArrayList<Line>();
    var flawed = new ArrayList<Result>();
    for (var record = reader.next(); record.isPresent(); record = reader.next()) {
      switch (check(record.get(), header, checkRow)) {
        case Sound(var line) -> sound.add(line);
        case Flawed(var result) -> flawed.add(result);
      }
      if (sound.size() + flawed.size() > MOST_LINES) {
        throw Problems.tooManyLines(MOST_LINES);
      }
    }
    return new ImportFile(new TerminalLines(sound), flawed);
  }

  private static Checked check(CsvRecord record, ImportHeader header, CheckRow checkRow) {
    return switch (record) {
      case Cells cells -> checkRow.check(header.row(cells));
      case Broken(var line, var remedy) -> new Flawed(Result.refused(line, null, null, remedy));
    };
  }

  /** A letter in another encoding would be kept as another letter: nothing is guessed. */
  private static String text(byte[] file) {
    var bytes = ByteBuffer.wrap(file);
    var text = CharBuffer.allocate(file.length);
    if (UTF_8.newDecoder().decode(bytes, text, true).isError()) {
      throw Problems.badFile(
          "body",
          "is not UTF-8 in line %d: save the file as CSV UTF-8"
              .formatted(lineAt(file, bytes.position())));
    }
    var read = text.flip().toString();
    return read.startsWith(BYTE_ORDER_MARK) ? read.substring(1) : read;
  }

  private static int lineAt(byte[] file, int position) {
    int line = 1;
    for (int i = 0; i < position; i++) {
      line += file[i] == '\n' ? 1 : 0;
    }
    return line;
  }
}
