package dev.holdfast.terminal.core;

import static dev.holdfast.terminal.core.Samples.NOT_SEEN;
import static dev.holdfast.terminal.core.Samples.NOW;
import static dev.holdfast.terminal.core.Samples.PLACE;
import static dev.holdfast.terminal.core.Samples.SERIAL;
import static dev.holdfast.terminal.core.Samples.rules;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.terminal.core.Decision.Changed;
import dev.holdfast.terminal.core.Decision.Refused;
import dev.holdfast.terminal.core.Decision.Unchanged;
import dev.holdfast.terminal.core.TerminalCommand.Bind;
import dev.holdfast.terminal.core.TerminalCommand.Hear;
import dev.holdfast.terminal.core.TerminalCommand.Reconsider;
import dev.holdfast.terminal.core.TerminalCommand.Register;
import dev.holdfast.terminal.core.TerminalCommand.Retire;
import dev.holdfast.terminal.core.TerminalCommand.Unbind;
import dev.holdfast.terminal.core.cpo.Cpo;
import dev.holdfast.terminal.core.vendor.CloudAnswer;
import dev.holdfast.terminal.core.vendor.CloudAnswer.Seen;
import dev.holdfast.terminal.core.vendor.Environment;
import dev.holdfast.terminal.core.vendor.VendorEnvironment;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** What holds for every terminal, whatever happens to it and in whatever order. */
class RulesPropertiesTest {
  private static final Place ELSEWHERE = new Place("C2", List.of("E9"), "NL-ABC");

  @Property
  void isReadyExactlyWhenAllThatIsNeededIsThere(
      @ForAll("histories") List<TerminalCommand> history,
      @ForAll("cpos") Cpo cpo,
      @ForAll Environment environment) {
    var terminal = play(history, cpo, environment);
    if (terminal != null) {
      var needed = allIsThere(terminal, cpo, environment);
      assertThat(terminal.standing().readiness().isReady()).isEqualTo(needed);
    }
  }

  @Property
  void doesNothingTheSecondTime(
      @ForAll("histories") List<TerminalCommand> history,
      @ForAll("commands") TerminalCommand command,
      @ForAll("cpos") Cpo cpo) {
    var rules = new TerminalRules(rules(Environment.ACCEPTANCE));
    var once = step(rules, play(history, cpo, Environment.ACCEPTANCE), command, cpo);
    var twice = rules.decide(SERIAL, once, command, byId(cpo), NOW);
    assertThat(twice).isInstanceOfAny(Unchanged.class, Refused.class);
  }

  @Property
  void countsEachVersionOnceAndNeverKeepsAnOutdatedStanding(
      @ForAll("histories") List<TerminalCommand> history, @ForAll("cpos") Cpo cpo) {
    var standings = rules(Environment.ACCEPTANCE);
    var rules = new TerminalRules(standings);
    Terminal now = null;
    long versions = 0;
    for (var command : history) {
      var decision = rules.decide(SERIAL, now, command, byId(cpo), NOW);
      versions += decision instanceof Changed ? 1 : 0;
      now = after(now, decision);
      if (now != null) {
        var bound = now.dossier().binding() == null ? null : cpo;
        assertThat(now.version()).isEqualTo(versions);
        assertThat(now.standing()).isEqualTo(standings.judge(now.dossier(), bound, NOW));
      }
    }
  }

  private static boolean allIsThere(Terminal terminal, Cpo cpo, Environment environment) {
    var told = terminal.dossier();
    var hold = terminal.standing().hold();
    return !told.retired()
        && told.binding() != null
        && cpo.contracts().containsKey(environment)
        && told.facts().in(environment.pairedCloud()).known() instanceof Seen seen
        && seen.activated()
        && seen.configured()
        && told.registration().currency().equals(seen.currency())
        && hold != null
        && hold.getCurrencyUnit().equals(told.registration().currency())
        && hold.getAmountMinorLong() <= 50_00;
  }

  private static @Nullable Terminal play(
      List<TerminalCommand> history, Cpo cpo, Environment environment) {
    var rules = new TerminalRules(rules(environment));
    Terminal now = null;
    for (var command : history) {
      now = step(rules, now, command, cpo);
    }
    return now;
  }

  private static @Nullable Terminal step(
      TerminalRules rules, @Nullable Terminal before, TerminalCommand command, Cpo cpo) {
    return after(before, rules.decide(SERIAL, before, command, byId(cpo), NOW));
  }

  private static @Nullable Terminal after(@Nullable Terminal before, Decision decision) {
    return decision.terminal().orElse(before);
  }

  private static Map<String, Cpo> byId(Cpo cpo) {
    return Map.of(cpo.cpoId(), cpo);
  }

  @Provide
  Arbitrary<List<TerminalCommand>> histories() {
    return commands().list().ofMaxSize(12);
  }

  @Provide
  Arbitrary<TerminalCommand> commands() {
    return Arbitraries.frequencyOf(
        Tuple.of(
            4,
            Combinators.combine(
                    Generators.registrations(), Arbitraries.of(PLACE, ELSEWHERE).injectNull(0.7))
                .as(Register::new)),
        Tuple.of(4, Arbitraries.of(PLACE, ELSEWHERE).map(Bind::new)),
        Tuple.of(6, Generators.answers().map(RulesPropertiesTest::hear)),
        Tuple.of(1, Arbitraries.of(new Unbind(), new Reconsider())),
        Tuple.of(1, Arbitraries.of(List.of(new Retire(), new Unbind()))));
  }

  @Provide
  Arbitrary<Cpo> cpos() {
    return Generators.cpos();
  }

  private static TerminalCommand hear(CloudAnswer answer) {
    return new Hear(Map.of(VendorEnvironment.TEST, answer, VendorEnvironment.PRODUCTION, NOT_SEEN));
  }
}
