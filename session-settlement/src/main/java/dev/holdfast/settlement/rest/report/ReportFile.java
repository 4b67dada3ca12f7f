package dev.holdfast.settlement.rest.report;

import dev.holdfast.delivery.Unacceptable;
import dev.holdfast.settlement.core.report.FileLine;
import dev.holdfast.settlement.core.report.ReportLine;
import dev.holdfast.text.CardNumbers;
import dev.holdfast.text.csv.CsvReader;
import dev.holdfast.text.csv.CsvRecord;
import dev.holdfast.text.csv.CsvRecord.Broken;
import dev.holdfast.text.csv.CsvRecord.Cells;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads a gateway's settlement report, line by line: a broken one costs only itself. */
public final class ReportFile implements AutoCloseable {
  /** Characters of a header that is refused. */
  private static final int MOST_SAID = 1_000;

  private final Format format;
  private final Reader text;
  private final CsvReader reader;
  private final List<String> columns;

  private ReportFile(Format format, Reader text, char separator, List<String> columns) {
    this.format = format;
    this.text = text;
    this.reader = new CsvReader(text, separator);
    this.columns = columns;
  }

  /**
   * Begins to read a text, with its header. Columns are found by it, in any order and any case;
   * others are passed over.
   *
   * @throws Unacceptable if no line can be read by this header: what is wrong and how to mend it
   */
  static ReportFile open(Format format, ReportText text) {
    char separator = header(text, ';').size() > 1 ? ';' : ',';
    List<String> columns = columns(format, header(text, separator));
    var file = new ReportFile(format, text.reader(), separator, columns);
    file.reader.next();
    return file;
  }

  private static List<String> header(ReportText text, char separator) {
    try (Reader beginning = text.reader()) {
      var header = new CsvReader(beginning, separator).next();
      return header.orElse(null) instanceof Cells cells ? cells.cells() : List.of();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public void close() {
    try {
      text.close();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The next lines, at most so many; none at the end. */
  public List<FileLine> next(int most) {
    var lines = new ArrayList<FileLine>();
    while (lines.size() < most) {
      var record = reader.next();
      if (record.isEmpty()) {
        break;
      }
      lines.add(read(record.get()));
    }
    return lines;
  }

  private static List<String> columns(Format format, List<String> names) {
    List<String> columns = names.stream().map(Row::plain).toList();
    List<String> missing =
        format.required().stream().filter(column -> !isIn(columns, column)).toList();
    if (!missing.isEmpty()) {
      throw new Unacceptable(
          "header: %s is missing; %s. The first line of a report of %s must name the columns %s; found: %s"
              .formatted(
                  String.join(", ", missing),
                  format.remedy(),
                  format,
                  String.join(", ", format.required()),
                  found(names)));
    }
    return columns;
  }

  private static boolean isIn(List<String> columns, String oneOrAnother) {
    return Stream.of(oneOrAnother.split(" or ")).map(Row::plain).anyMatch(columns::contains);
  }

  /** The first line may be one of payments: no card number is said back. */
  private static String found(List<String> names) {
    String found = CardNumbers.masked(String.join(", ", names));
    return found.isEmpty() ? "none" : found.substring(0, Math.min(found.length(), MOST_SAID));
  }

  private FileLine read(CsvRecord record) {
    return switch (record) {
      case Broken(int line, String remedy) -> new FileLine.Broken(line, remedy);
      case Cells(int line, List<String> cells) -> read(line, cells);
    };
  }

  private FileLine read(int line, List<String> cells) {
    if (cells.stream().skip(columns.size()).anyMatch(cell -> !cell.isEmpty())) {
      return new FileLine.Broken(
          line,
          "it has %d cells, and the header %d; put a cell that holds the separator in quotes"
              .formatted(cells.size(), columns.size()));
    }
    try {
      ReportLine read = format.read(row(cells));
      return new FileLine.Parsed(line, read);
    } catch (Unacceptable wrong) {
      return new FileLine.Broken(line, CardNumbers.masked(String.valueOf(wrong.getMessage())));
    }
  }

  /** Of two columns of one name the first counts that is filled. */
  private Row row(List<String> cells) {
    var row = new HashMap<String, String>();
    int filled = Math.min(cells.size(), columns.size());
    for (int i = 0; i < filled; i++) {
      if (!cells.get(i).isEmpty()) {
        row.putIfAbsent(columns.get(i), cells.get(i));
      }
    }
    return new Row(row, Set.copyOf(columns.subList(filled, columns.size())));
  }
}
