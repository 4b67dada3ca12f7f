package dev.holdfast.text.csv;

import dev.holdfast.text.csv.CsvRecord.Broken;
import dev.holdfast.text.csv.CsvRecord.Cells;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A table that a program brings with it. Its first line names the columns; a row is asked by them.
 *
 * @param name for messages
 */
public record CsvTable(String name, List<Row> rows) {
  /** One line of the table. */
  public record Row(String table, int line, List<String> columns, List<String> cells) {
    /**
     * The cell of a column.
     *
     * @throws IllegalStateException if the table has no such column
     */
    public String get(String column) {
      int at = columns.indexOf(column);
      if (at < 0) {
        throw new IllegalStateException(table + " has no column " + column);
      }
      return cells.get(at);
    }
  }

  /**
   * Reads a file that lies beside the classes.
   *
   * @throws IllegalStateException if a line cannot be read, with its number: the program's fault
   */
  public static CsvTable ofResource(Class<?> owner, String path) {
    try (var file = owner.getResourceAsStream(path)) {
      return of(path, CsvText.of(Objects.requireNonNull(file, path).readAllBytes()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(path + " cannot be read", unreadable);
    }
  }

  /** The same of a text. */
  public static CsvTable of(String name, String text) {
    var reader = new CsvReader(text);
    var columns = read(name, reader).map(Cells::cells).orElse(List.of());
    List<Row> rows = new ArrayList<>();
    for (var cells = read(name, reader); cells.isPresent(); cells = read(name, reader)) {
      rows.add(row(name, columns, cells.get()));
    }
    return new CsvTable(name, List.copyOf(rows));
  }

  private static Row row(String name, List<String> columns, Cells read) {
    if (read.cells().size() != columns.size()) {
      throw new IllegalStateException(
          "%s, line %d: has %d cells, and there are %d columns"
              .formatted(name, read.line(), read.cells().size(), columns.size()));
    }
    return new Row(name, read.line(), columns, read.cells());
  }

  private static Optional<Cells> read(String name, CsvReader reader) {
    return reader
        .next()
        .map(record ->
            switch (record) {
              case Cells cells -> cells;
              case Broken(int line, String remedy) ->
                  throw new IllegalStateException("%s, line %d: %s".formatted(name, line, remedy));
            });
  }
}
