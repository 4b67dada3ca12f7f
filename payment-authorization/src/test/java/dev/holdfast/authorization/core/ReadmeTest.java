package dev.holdfast.authorization.core;

import static dev.holdfast.authorization.core.Samples.EXPIRY;
import static dev.holdfast.authorization.core.Samples.NOW;

import dev.holdfast.authorization.core.Command.Cancel;
import dev.holdfast.authorization.core.Command.CardRead;
import dev.holdfast.authorization.core.Command.Disarmed;
import dev.holdfast.authorization.core.Command.NoCard;
import dev.holdfast.authorization.core.Decision.Changed;
import dev.holdfast.authorization.core.attempt.Answer;
import dev.holdfast.authorization.core.attempt.Kind;
import dev.holdfast.testkit.DrawnPage;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README shows what the rules do; {@code -Dreadme=write} draws it anew. */
class ReadmeTest {
  private static final DrawnPage README = new DrawnPage(Path.of("README.md"));

  @Test
  void showsTheLifecycle() {
    README.shows(
        "lifecycle", "```mermaid\nstateDiagram-v2\n" + String.join("\n", edges()) + "\n```");
  }

  private static Set<String> edges() {
    var edges = new LinkedHashSet<String>();
    edges.add("  [*] --> AwaitingCard: REQUESTED");
    for (var state : states()) {
      commands().forEach(command -> edge(state, command).forEach(edges::add));
      if (Agenda.of(state, Samples.TIMETABLE, NOW).isEmpty()) {
        edges.add("  %s --> [*]".formatted(name(state)));
      }
    }
    return edges;
  }

  /** Capturing twice: what a refusal does depends on whether a rung is left. */
  private static List<Authorization> states() {
    var lastRung = Samples.after(Samples.held(), Samples.capture(3, Samples.rung(Kind.HOLD, 50)));
    return Stream.concat(Samples.oneOfEach().stream(), Stream.of(Samples.watched(), lastRung))
        .toList();
  }

  /** What needs a person is said in words: drawn, it would hide the ways of the money. */
  private static Stream<String> edge(Authorization state, Command command) {
    return switch (Samples.decide(state, command, EXPIRY)) {
      case Changed(var next, var change) when change != Change.ATTENTION ->
          Stream.of("  %s --> %s: %s".formatted(name(state), name(next), change));
      case Decision.Prepared(var next) ->
          Stream.of("  %s --> %s".formatted(name(state), name(next)));
      case Changed _, Decision.Ignored _, Decision.Refused _ -> Stream.empty();
    };
  }

  private static Stream<Command> commands() {
    var orders =
        List.<Command>of(
            new CardRead(Samples.CARD),
            new NoCard("none"),
            new Cancel("not wanted"),
            Samples.LAPSE,
            new Disarmed(),
            Samples.ladder(9),
            Samples.release(9),
            Samples.refund(9, 5));
    var answers =
        IntStream.rangeClosed(1, 3)
            .boxed()
            .flatMap(attempt ->
                Stream.<Command>of(
                    Samples.approved(attempt, 5),
                    Samples.refused(attempt),
                    Samples.unknown(attempt),
                    new Command.Answered(attempt, new Answer.Taken("movement", Samples.eur(5)))));
    return Stream.concat(orders.stream(), answers);
  }

  private static String name(Authorization state) {
    return state.getClass().getSimpleName();
  }
}
