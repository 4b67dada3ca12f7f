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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file of terminals.
 *
 * @param results one a line, in the order of the file
 */
@Schema(
    examples =
        """
        {"lines": 2, "created": 1, "changed": 0, "unchanged": 0, "refused": 1,
         "results": [
           {"line": 2, "serial": "P68260000900017", "outcome": "CREATED"},
           {"line": 3, "serial": "P68260000900025", "outcome": "REFUSED", "field": "country",
            "remedy": "country: must be an ISO 3166 code in capitals, for example NL"}]}
        """)
record ImportAnswer(
    int lines, long created, long changed, long unchanged, long refused, List<LineResult> results) {
  private static final int MOST_NAMED = 5;

  /** How a line ended. */
  enum LineOutcome {
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
  record LineResult(
      int line,
      @Nullable String serial,
      LineOutcome outcome,
      @Nullable String field,
      @Nullable String remedy) {
    static LineResult refused(
        int line, @Nullable String serial, @Nullable String field, String remedy) {
      return new LineResult(line, serial, LineOutcome.REFUSED, field, remedy);
    }

    static LineResult of(Verdict verdict) {
      return switch (verdict) {
        case Verdict.Decided(var line, var decision) -> of(line, decision);
        case Verdict.Repeated(var line, _, Refused refused) -> of(line, refused);
        case Verdict.Repeated(var line, var earlier, _) ->
            ended(line, LineOutcome.UNCHANGED, "says the same as line " + earlier);
        case Verdict.Contradicted(var line, var numbers) ->
            refused(
                line.number(), line.serial(), ImportColumn.SERIAL.header(), contradiction(numbers));
      };
    }

    private static LineResult of(Line line, Decision decision) {
      return switch (decision) {
        case Changed(var before, _, _) ->
            ended(line, before == null ? LineOutcome.CREATED : LineOutcome.CHANGED, null);
        case Noted _, Unchanged _ -> ended(line, LineOutcome.UNCHANGED, null);
        case Refused(Refusal.Unreadable(var why)) ->
            refused(line.number(), line.serial(), null, why);
        case Refused(var refusal) -> {
          var wording = Refusals.of(line.serial(), refusal);
          var column = ImportColumn.ofField(wording.field()).header();
          yield refused(line.number(), line.serial(), column, wording.sentence());
        }
      };
    }

    private static LineResult ended(Line line, LineOutcome outcome, @Nullable String remedy) {
      return new LineResult(line.number(), line.serial(), outcome, null, remedy);
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
  static ImportAnswer of(List<LineResult> flawed, List<Verdict> verdicts) {
    var results =
        Stream.concat(flawed.stream(), verdicts.stream().map(LineResult::of))
            .sorted(comparingInt(LineResult::line))
            .toList();
    return new ImportAnswer(
        results.size(),
        count(results, LineOutcome.CREATED),
        count(results, LineOutcome.CHANGED),
        count(results, LineOutcome.UNCHANGED),
        count(results, LineOutcome.REFUSED),
        results);
  }

  private static long count(List<LineResult> results, LineOutcome outcome) {
    return results.stream().filter(result -> result.outcome() == outcome).count();
  }
}
