package dev.holdfast.terminal.core;

import static dev.holdfast.terminal.core.Samples.ACCEPTANCE;
import static dev.holdfast.terminal.core.Samples.NOT_SEEN;
import static dev.holdfast.terminal.core.Samples.NOW;
import static dev.holdfast.terminal.core.Samples.PLACE;
import static dev.holdfast.terminal.core.Samples.SEEN;
import static dev.holdfast.terminal.core.Samples.SERIAL;
import static dev.holdfast.terminal.core.Samples.contracted;
import static dev.holdfast.terminal.core.Samples.eur;
import static dev.holdfast.terminal.core.Samples.facts;
import static dev.holdfast.terminal.core.Samples.healthy;
import static dev.holdfast.terminal.core.Samples.hold;
import static dev.holdfast.terminal.core.Samples.registration;
import static dev.holdfast.terminal.core.Samples.terminal;
import static java.util.stream.Collectors.joining;

import dev.holdfast.terminal.core.Decision.Changed;
import dev.holdfast.terminal.core.TerminalCommand.Bind;
import dev.holdfast.terminal.core.TerminalCommand.Hear;
import dev.holdfast.terminal.core.TerminalCommand.Register;
import dev.holdfast.terminal.core.TerminalCommand.Retire;
import dev.holdfast.terminal.core.TerminalCommand.Unbind;
import dev.holdfast.terminal.core.diagnosis.Question;
import dev.holdfast.terminal.core.vendor.CloudAnswer;
import dev.holdfast.terminal.core.vendor.VendorEnvironment;
import dev.holdfast.terminal.core.vendor.VendorFacts;
import dev.holdfast.testkit.DrawnPage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The documents show what the rules do; {@code -Dreadme=write} draws them anew. */
class ReadmeTest {
  private static final DrawnPage README = new DrawnPage(Path.of("README.md"));
  private static final DrawnPage READINESS = new DrawnPage(Path.of("docs/readiness.md"));
  private static final DrawnPage DIAGNOSIS = new DrawnPage(Path.of("docs/diagnosis.md"));
  private static final Place ELSEWHERE = new Place("another", List.of("E1"), PLACE.cpoId());
  private static final TerminalRules RULES = new TerminalRules(ACCEPTANCE);

  @Test
  void showsTheLifecycle() {
    README.shows("lifecycle", "```mermaid\nstateDiagram-v2\n" + edges() + "\n```");
  }

  @Test
  void showsTheReasons() {
    var rows =
        Arrays.stream(Reason.values())
            .map(each -> "| %s | %s | %s |".formatted(each, each.meaning(), each.whoActs()))
            .collect(joining("\n"));
    READINESS.shows("reasons", "| reason | holds when | who acts |\n|---|---|---|\n" + rows);
  }

  @Test
  void showsTheQuestionsOfADiagnosis() {
    var rows =
        Arrays.stream(Question.values())
            .map(each -> "| %d | %s | `%s` |".formatted(each.number(), each.title(), each))
            .collect(joining("\n"));
    DIAGNOSIS.shows("questions", "| # | check | id |\n|---|---|---|\n" + rows);
  }

  @Test
  void showsWhatFollowsFromTheVendorsAnswers() {
    Map<String, @Nullable CloudAnswer> answers = new LinkedHashMap<>();
    answers.put("shows it", SEEN);
    answers.put("does not know it", NOT_SEEN);
    answers.put("never answered", null);
    var rows =
        answers.keySet().stream()
            .flatMap(ours ->
                answers.keySet().stream()
                    .map(other -> row(ours, other, facts(answers.get(ours), answers.get(other)))))
            .collect(joining("\n"));
    READINESS.shows("clouds", "| our cloud | the other | reasons |\n|---|---|---|\n" + rows);
  }

  private static String row(String ours, String other, VendorFacts facts) {
    var told = new Dossier(healthy().registration(), healthy().binding(), facts, false);
    var reasons = ACCEPTANCE.judge(told, contracted(), NOW).readiness().reasons();
    var shown = reasons.stream().map(Reason::name).collect(joining(", "));
    return "| %s | %s | %s |".formatted(ours, other, shown.isEmpty() ? "none" : shown);
  }

  private static String edges() {
    var unbound = terminal(healthy().unbound(), null);
    var bound = terminal(healthy(), contracted());
    var retired = terminal(healthy().outOfUse(), null);
    return Stream.of(
            edgesFrom("[*]", null),
            edgesFrom("Unbound", unbound),
            edgesFrom("Bound", bound),
            edgesFrom("Retired", retired),
            Stream.of("  Retired --> [*]"))
        .flatMap(edges -> edges)
        .collect(joining("\n"));
  }

  private static Stream<String> edgesFrom(String state, @Nullable Terminal before) {
    var commands =
        List.of(
            new Register(registration(hold(eur(30))), null),
            new Register(registration(hold(eur(30))), ELSEWHERE),
            new Bind(ELSEWHERE),
            new Unbind(),
            new Hear(Map.of(VendorEnvironment.TEST, NOT_SEEN)),
            new Retire());
    var cpos = Map.of(PLACE.cpoId(), contracted());
    return commands.stream()
        .map(command -> RULES.decide(SERIAL, before, command, cpos, NOW))
        .filter(Changed.class::isInstance)
        .map(decision -> (Changed) decision)
        .map(to -> "  %s --> %s: %s".formatted(state, stateOf(to.after()), to.change()))
        .distinct();
  }

  private static String stateOf(Terminal terminal) {
    if (terminal.dossier().retired()) {
      return "Retired";
    }
    return terminal.dossier().binding() == null ? "Unbound" : "Bound";
  }
}
