package dev.holdfast.terminal.core;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.groupingBy;

import dev.holdfast.terminal.core.TerminalCommand.Register;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The lines of a file, each of which says something of a terminal. In what order they stand means
 * nothing: of a terminal of which they say different things none of them is believed.
 *
 * @param lines in the order of the file
 */
public record TerminalLines(List<Line> lines) {
  /** Keeps its own copy. */
  public TerminalLines {
    lines = List.copyOf(lines);
  }

  /**
   * What one line says.
   *
   * @param number where it begins in the file
   */
  public record Line(int number, String serial, Register register) {}

  /** What a line came to. */
  public sealed interface Verdict {
    /** The line that it is about. */
    Line line();

    /** It was carried out, or refused by the rules. */
    record Decided(Line line, Decision decision) implements Verdict {}

    /** It says what an earlier line says. */
    record Repeated(Line line, int earlier, Decision decision) implements Verdict {}

    /** The lines of these numbers, it among them, say different things of its terminal. */
    record Contradicted(Line line, List<Integer> numbers) implements Verdict {}
  }

  /** What is to be carried out, by serial: one command a terminal. */
  public SortedMap<String, TerminalCommand> commands() {
    var commands = new TreeMap<String, TerminalCommand>();
    for (var same : ofOneTerminalEach()) {
      if (agree(same)) {
        commands.put(same.getFirst().serial(), same.getFirst().register());
      }
    }
    return commands;
  }

  /**
   * What each line came to, in the order of the file.
   *
   * @param decisions what became of each of the commands, by serial
   */
  public List<Verdict> verdicts(Map<String, Decision> decisions) {
    return ofOneTerminalEach().stream()
        .flatMap(same -> verdicts(same, decisions))
        .sorted(comparingInt(verdict -> verdict.line().number()))
        .toList();
  }

  private static Stream<Verdict> verdicts(List<Line> same, Map<String, Decision> decisions) {
    if (!agree(same)) {
      var numbers = same.stream().map(Line::number).toList();
      return same.stream().map(line -> new Verdict.Contradicted(line, numbers));
    }
    var first = same.getFirst();
    var decision = Objects.requireNonNull(decisions.get(first.serial()), first.serial());
    return Stream.concat(
        Stream.of(new Verdict.Decided(first, decision)),
        same.stream().skip(1).map(line -> new Verdict.Repeated(line, first.number(), decision)));
  }

  private Collection<List<Line>> ofOneTerminalEach() {
    return lines.stream().collect(groupingBy(Line::serial)).values();
  }

  private static boolean agree(List<Line> same) {
    return same.stream().map(Line::register).distinct().count() == 1;
  }
}
