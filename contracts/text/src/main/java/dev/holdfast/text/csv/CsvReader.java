package dev.holdfast.text.csv;

import dev.holdfast.text.csv.CsvRecord.Broken;
import dev.holdfast.text.csv.CsvRecord.Cells;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads comma-separated text (RFC 4180), record by record, of a text of any length. A record that
 * cannot be read costs its first line and no more: the next line is read as if nothing had been.
 * That is why it is not Jackson's, which ends there.
 */
public final class CsvReader {
  /** Characters of a record; a quote that does not close would swallow all that follows. */
  static final int LONGEST = 10_000;

  private static final int BLOCK = 8_192;

  private final Reader source;
  private final char separator;

  /** What was read and is not forgotten yet; each end of a line is an LF. */
  private final StringBuilder text = new StringBuilder();

  private final char[] block = new char[BLOCK];
  private boolean isAfterReturn;
  private int at;
  private int line = 1;

  /** Begins at the start of the text; lines end in LF, CRLF or CR. */
  public CsvReader(String text) {
    this(new StringReader(text), ',');
  }

  /**
   * As above, with another character between the cells: spreadsheets of some countries write so.
   *
   * @param source throws in {@link #next} what it throws, unchecked
   */
  public CsvReader(Reader source, char separator) {
    this.source = source;
    this.separator = separator;
  }

  /** The next record that is not blank; empty at the end of the text. */
  public Optional<CsvRecord> next() {
    while (!isEnd()) {
      forget();
      var record = read();
      if (!(record instanceof Cells cells && cells.isBlank())) {
        return Optional.of(record);
      }
    }
    return Optional.empty();
  }

  private void forget() {
    if (at > BLOCK) {
      text.delete(0, at);
      at = 0;
    }
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
    return skip('"') ? readQuoted(cells, end) : readPlain(cells);
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
    while (at < end && !isEnd()) {
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
    at = start;
    while (!isEnd() && text.charAt(at) != '\n') {
      at++;
    }
    skip('\n');
    line = first + 1;
  }

  private boolean isEndOfCell() {
    return isEnd() || text.charAt(at) == separator || text.charAt(at) == '\n';
  }

  private void skipSpaces() {
    while (!isEnd() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
  }

  private boolean skip(char expected) {
    boolean isThere = !isEnd() && text.charAt(at) == expected;
    at += isThere ? 1 : 0;
    return isThere;
  }

  private boolean isEnd() {
    return at == text.length() && !fill();
  }

  /** Reads on; false at the end. */
  private boolean fill() {
    int before = text.length();
    int count = 0;
    while (text.length() == before && count >= 0) {
      count = readBlock();
      for (int i = 0; i < count; i++) {
        append(block[i]);
      }
    }
    return text.length() > before;
  }

  private int readBlock() {
    try {
      return source.read(block);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void append(char read) {
    boolean isSecondOfTwo = isAfterReturn && read == '\n';
    isAfterReturn = read == '\r';
    if (!isSecondOfTwo) {
      text.append(isAfterReturn ? '\n' : read);
    }
  }
}
