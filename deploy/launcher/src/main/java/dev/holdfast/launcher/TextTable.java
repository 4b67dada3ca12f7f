package dev.holdfast.launcher;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A table for the console; columns that hold amounts are set to the right. */
public record TextTable(List<String> header, List<List<String>> rows) {

  /** The header, a rule, and the rows. */
  public List<String> lines() {
    List<Integer> widths =
        IntStream.range(0, header.size())
            .mapToObj(column -> all().mapToInt(row -> row.get(column).length()).max().orElse(0))
            .toList();
    String rule = widths.stream().map("-"::repeat).collect(Collectors.joining("-+-"));
    return Stream.concat(
            Stream.of(line(header, widths), rule), rows.stream().map(row -> line(row, widths)))
        .toList();
  }

  private Stream<List<String>> all() {
    return Stream.concat(Stream.of(header), rows.stream());
  }

  private static String line(List<String> cells, List<Integer> widths) {
    return IntStream.range(0, cells.size())
        .mapToObj(column -> set(cells.get(column), widths.get(column)))
        .collect(Collectors.joining(" | "))
        .stripTrailing();
  }

  private static String set(String cell, int width) {
    String space = " ".repeat(width - cell.length());
    return cell.matches("-?\\d+(\\.\\d+)? [A-Z]{3}|-") ? space + cell : cell + space;
  }
}
