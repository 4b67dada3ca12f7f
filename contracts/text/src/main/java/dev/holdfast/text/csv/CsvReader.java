package dev.holdfast.text.csv;

import dev.holdfast.text.csv.CsvRecord.Broken;
import dev.holdfast.text.csv.CsvRecord.Cells;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads comma-separated text (RFC 4180), record by record. One that cannot be read costs its first
 * line and no more: the next line is read as if nothing had been. That is why it is not Jackson's,
 * which ends there.
 */
public final class CsvReader {
  /** Characters of a record; a quote that does not close would swallow all that follows. */
  static final int LONGEST = 10_000;

  private final String text;
  private final char separator;
  private int at;
  private int line = 1;

  /** Begins at the start of the text; lines end in LF, CRLF or CR. */
  public CsvReader(String text) {
    this(text, ',');
  }

  /**
   * As above, with another character between the cells: spreadsheets of some countries write so.
   */
  public CsvReader(String text, char separator) {
    this.text = text.replace("\r\n", "\n").replace('\r', '\n');
    this.separator = separator;
  }

  /** The next record that is not blank; empty at the end of the text. */
  public Optional<CsvRecord> next() {
    while (at < text.length()) {
      var record = read();
      if (!(record instanceof Cells cells && cells.isBlank())) {
        return Optional.of(record);
      }
    }
    return Optional.empty();
  }

  private CsvRecord read() {
    int start = at;
    int first = line;
    var cells = new ArrayList<String>();
    do {
      skipSpaces();
      if (!read(cells, start + LONGEST)) {
        goOnAfterLineOf(start, first);
        return new Broken(
            first,
            "cell %d: quotes do not match; put the whole cell in quotes, and write each quote in it twice"
                .formatted(cells.size() + 1));
      }
    } while (skip(separator));
    boolean isTooLong = at - start > LONGEST;
    if (skip('\n')) {
      line++;
    }
    return isTooLong
        ? new Broken(first, "must be at most %d characters long".formatted(LONGEST))
        : new Cells(first, cells);
  }

  private boolean read(List<String> cells, int end) {
    return skip('"') ? readQuoted(cells, Math.min(end, text.length())) : readPlain(cells);
  }

  private boolean readPlain(List<String> cells) {
    int start = at;
    while (!isEndOfCell()) {
      at++;
    }
    cells.add(text.substring(start, at).strip());
    return true;
  }

  private boolean readQuoted(List<String> cells, int end) {
    var cell = new StringBuilder();
    while (at < end) {
      char read = text.charAt(at++);
      if (read == '"' && !skip('"')) {
        skipSpaces();
        return isEndOfCell() && cells.add(cell.toString().strip());
      }
      line += read == '\n' ? 1 : 0;
      cell.append(read);
    }
    return false;
  }

  private void goOnAfterLineOf(int start, int first) {
    int lineEnd = text.indexOf('\n', start);
    at = lineEnd < 0 ? text.length() : lineEnd + 1;
    line = first + 1;
  }

  private boolean isEndOfCell() {
    return at == text.length() || text.charAt(at) == separator || text.charAt(at) == '\n';
  }

  private void skipSpaces() {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
  }

  private boolean skip(char expected) {
    boolean isThere = at < text.length() && text.charAt(at) == expected;
    at += isThere ? 1 : 0;
    return isThere;
  }
}
