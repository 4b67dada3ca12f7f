package dev.holdfast.terminal.rest;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.joining;

import dev.holdfast.terminal.core.Decision;
import dev.holdfast.terminal.core.Decision.Changed;
import dev.holdfast.terminal.core.Decision.Noted;
import dev.holdfast.terminal.core.Decision.Refused;
import dev.holdfast.terminal.core.Decision.Unchanged;
import dev.holdfast.terminal.core.Refusal;
import dev.holdfast.terminal.core.TerminalLines.Line;
import dev.holdfast.terminal.core.TerminalLines.Verdict;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file of terminals.
 *
 * @param results one a line, in the order of the file
 */
record ImportAnswer(
    int lines, long created, long changed, long unchanged, long refused, List<Result> results) {
  private static final int MOST_NAMED = 5;

  /** How a line ended. */
  enum Outcome {
    CREATED,
    CHANGED,
    UNCHANGED,
    REFUSED
  }

  /**
   * What became of one line.
   *
   * @param line where it begins in the file; the header is line 1
   * @param serial null where the line cannot be read or holds what must not be repeated
   * @param field the column that is wrong; null where it is none of them
   * @param remedy null where nothing is to be mended
   */
  record Result(
      int line,
      @Nullable String serial,
      Outcome outcome,
      @Nullable String field,
      @Nullable String remedy) {
    static Result refused(
        int line, @Nullable String serial, @Nullable String field, String remedy) {
      return new Result(line, serial, Outcome.REFUSED, field, remedy);
    }

    static Result of(Verdict verdict) {
      return switch (verdict) {
        case Verdict.Decided(var line, var decision) -> of(line, decision);
        case Verdict.Repeated(var line, _, Refused refused) -> of(line, refused);
        case Verdict.Repeated(var line, var earlier, _) ->
            ended(line, Outcome.UNCHANGED, "says the same as line " + earlier);
        case Verdict.Contradicted(var line, var numbers) ->
            refused(
                line.number(), line.serial(), ImportColumn.SERIAL.header(), contradiction(numbers));
      };
    }

    private static Result of(Line line, Decision decision) {
      return switch (decision) {
        case Changed(var before, _, _) ->
            ended(line, before == null ? Outcome.CREATED : Outcome.CHANGED, null);
        case Noted _, Unchanged _ -> ended(line, Outcome.UNCHANGED, null);
        case Refused(Refusal.Unreadable(var why)) ->
            refused(line.number(), line.serial(), null, why);
        case Refused(var refusal) -> {
          var wording = Refusals.of(line.serial(), refusal);
          var column = ImportColumn.ofField(wording.field()).header();
          yield refused(line.number(), line.serial(), column, wording.sentence());
        }
      };
    }

    private static Result ended(Line line, Outcome outcome, @Nullable String remedy) {
      return new Result(line.number(), line.serial(), outcome, null, remedy);
    }

    /** Names a few: each of them has the same to say of all. */
    private static String contradiction(List<Integer> numbers) {
      var shown = numbers.stream().limit(MOST_NAMED).map(String::valueOf).collect(joining(", "));
      int more = numbers.size() - MOST_NAMED;
      return "lines %s%s say different things of this terminal: keep the right one"
          .formatted(shown, more > 0 ? " and %d more".formatted(more) : "");
    }
  }

  /** The answer to a file of which the lines ended so. */
  static ImportAnswer of(List<Result> flawed, List<Verdict> verdicts) {
    var results =
        Stream.concat(flawed.stream(), verdicts.stream().map(Result::of))
            .sorted(comparingInt(Result::line))
            .toList();
    return new ImportAnswer(
        results.size(),
        count(results, Outcome.CREATED),
        count(results, Outcome.CHANGED),
        count(results, Outcome.UNCHANGED),
        count(results, Outcome.REFUSED),
        results);
  }

  private static long count(List<Result> results, Outcome outcome) {
    return results.stream().filter(result -> result.outcome() == outcome).count();
  }
}
