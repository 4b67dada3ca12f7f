package dev.holdfast.terminal.core;

import static dev.holdfast.terminal.core.Samples.ACCEPTANCE;
import static dev.holdfast.terminal.core.Samples.NOW;
import static dev.holdfast.terminal.core.Samples.PLACE;
import static dev.holdfast.terminal.core.Samples.SERIAL;
import static dev.holdfast.terminal.core.Samples.contracted;
import static dev.holdfast.terminal.core.Samples.eur;
import static dev.holdfast.terminal.core.Samples.hold;
import static dev.holdfast.terminal.core.Samples.registration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.terminal.core.Decision.Changed;
import dev.holdfast.terminal.core.Decision.Noted;
import dev.holdfast.terminal.core.Decision.Refused;
import dev.holdfast.terminal.core.Decision.Unchanged;
import dev.holdfast.terminal.core.TerminalCommand.Register;
import dev.holdfast.terminal.core.TerminalLines.Line;
import dev.holdfast.terminal.core.TerminalLines.Verdict;
import dev.holdfast.terminal.core.TerminalLines.Verdict.Contradicted;
import dev.holdfast.terminal.core.TerminalLines.Verdict.Decided;
import dev.holdfast.terminal.core.TerminalLines.Verdict.Repeated;
import dev.holdfast.terminal.core.cpo.Cpo;
import dev.holdfast.terminal.core.cpo.HoldTerms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class TerminalLinesTest {
  private static final TerminalRules RULES = new TerminalRules(ACCEPTANCE);
  private static final Map<String, Cpo> CPOS = Map.of(PLACE.cpoId(), contracted());
  private static final Place NOWHERE = new Place("C9", List.of("E9"), "NL-NEVER");
  private static final Register PLAIN = new Register(registration(HoldTerms.NONE), null);
  private static final Register BOUND = new Register(registration(HoldTerms.NONE), PLACE);

  @Test
  void carriesOutOneCommandForEachTerminalBySerial() {
    var lines = lines("P68B", BOUND, "P68A", PLAIN, "P68B", BOUND);

    assertThat(lines.commands())
        .containsExactly(Map.entry("P68A", PLAIN), Map.entry("P68B", BOUND));
  }

  @Test
  void decidesARepeatedLineOnce() {
    var lines = lines("P68B", BOUND, "P68A", PLAIN, "P68B", BOUND);
    var ofA = new Refused(new Refusal.AlreadyRetired());
    var ofB = new Refused(new Refusal.CpoUnknown("NL-NEVER"));

    assertThat(lines.verdicts(Map.of("P68A", ofA, "P68B", ofB)))
        .containsExactly(
            new Decided(lines.lines().get(0), ofB),
            new Decided(lines.lines().get(1), ofA),
            new Repeated(lines.lines().get(2), 2, ofB));
  }

  @Test
  void believesNoneOfTheLinesThatContradictEachOther() {
    var lines = lines("P68A", PLAIN, "P68B", PLAIN, "P68A", BOUND, "P68A", PLAIN);

    assertThat(lines.commands()).containsOnlyKeys("P68B");
    assertThat(lines.verdicts(decide(lines, Map.of())))
        .filteredOn(Contradicted.class::isInstance)
        .containsExactly(
            new Contradicted(lines.lines().get(0), List.of(2, 4, 5)),
            new Contradicted(lines.lines().get(2), List.of(2, 4, 5)),
            new Contradicted(lines.lines().get(3), List.of(2, 4, 5)));
  }

  @Test
  void leavesNoLineWithoutADecision() {
    assertThatThrownBy(() -> lines(SERIAL, PLAIN).verdicts(Map.of())).hasMessage(SERIAL);
  }

  @Property
  void comesToTheSameInAnyOrder(
      @ForAll("filesInTwoOrders") Tuple2<List<Entry>, List<Entry>> orders,
      @ForAll("states") Map<String, Terminal> before) {
    var one = number(orders.get1());
    var other = number(orders.get2());

    assertThat(load(other, before)).isEqualTo(load(one, before));
    assertThat(outcomes(other, before)).containsExactlyInAnyOrderElementsOf(outcomes(one, before));
  }

  @Property
  void changesNothingTheSecondTime(
      @ForAll("files") List<Entry> file, @ForAll("states") Map<String, Terminal> before) {
    var lines = number(file);
    var after = load(lines, before);

    assertThat(decide(lines, after).values())
        .allMatch(decision -> decision instanceof Unchanged || decision instanceof Refused);
    assertThat(load(lines, after)).isEqualTo(after);
  }

  @Property
  void answersEachLineInItsPlaceAndChangesWhatNoLineContradicts(@ForAll("files") List<Entry> file) {
    var lines = number(file);
    var verdicts = lines.verdicts(decide(lines, Map.of()));

    assertThat(verdicts).extracting(Verdict::line).isEqualTo(lines.lines());
    for (var verdict : verdicts) {
      var line = verdict.line();
      var said = file.stream().filter(each -> each.serial().equals(line.serial())).distinct();
      assertThat(verdict instanceof Contradicted).isEqualTo(said.count() > 1);
      assertThat(load(lines, Map.of()).containsKey(line.serial()))
          .isEqualTo(outcome(verdict).endsWith("Changed"));
    }
  }

  /** What somebody writes in a line, wherever the line stands. */
  record Entry(String serial, Register register) {}

  private static List<String> outcomes(TerminalLines lines, Map<String, Terminal> before) {
    return lines.verdicts(decide(lines, before)).stream()
        .map(verdict -> verdict.line().serial() + verdict.line().register() + outcome(verdict))
        .toList();
  }

  private static String outcome(Verdict verdict) {
    return switch (verdict) {
      case Decided(_, var decision) -> "Decided " + decision.getClass().getSimpleName();
      case Repeated(_, _, var decision) -> "Repeated " + decision.getClass().getSimpleName();
      case Contradicted _ -> "Contradicted";
    };
  }

  private static Map<String, Decision> decide(TerminalLines lines, Map<String, Terminal> before) {
    var decisions = new HashMap<String, Decision>();
    lines
        .commands()
        .forEach((serial, command) ->
            decisions.put(serial, RULES.decide(serial, before.get(serial), command, CPOS, NOW)));
    return decisions;
  }

  private static Map<String, Terminal> load(TerminalLines lines, Map<String, Terminal> before) {
    var after = new TreeMap<>(before);
    decide(lines, before)
        .forEach((serial, decision) -> {
          switch (decision) {
            case Changed changed -> after.put(serial, changed.after());
            case Noted noted -> after.put(serial, noted.after());
            case Unchanged _, Refused _ -> {}
          }
        });
    return after;
  }

  private static TerminalLines lines(Object... serialsAndRegisters) {
    var said = new ArrayList<Entry>();
    for (int i = 0; i < serialsAndRegisters.length; i += 2) {
      said.add(new Entry((String) serialsAndRegisters[i], (Register) serialsAndRegisters[i + 1]));
    }
    return number(said);
  }

  /** The header is line 1. */
  private static TerminalLines number(List<Entry> said) {
    var lines = new ArrayList<Line>();
    said.forEach(each -> lines.add(new Line(lines.size() + 2, each.serial(), each.register())));
    return new TerminalLines(lines);
  }

  @Provide
  Arbitrary<Tuple2<List<Entry>, List<Entry>>> filesInTwoOrders() {
    return files().flatMap(file -> Arbitraries.shuffle(file).map(other -> Tuple.of(file, other)));
  }

  @Provide
  Arbitrary<List<Entry>> files() {
    var serials = Arbitraries.of("P68A", "P68B", "P68C", "P68D", "P68E");
    return Combinators.combine(serials, registers()).as(Entry::new).list().ofMaxSize(8);
  }

  /** Terminals that are there before: some as a file leaves them, some retired. */
  @Provide
  Arbitrary<Map<String, Terminal>> states() {
    var there = files().map(file -> load(number(file), Map.of()));
    return there.flatMap(known ->
        Arbitraries.of(true, false)
            .list()
            .ofSize(known.size())
            .map(retired -> retire(known, retired)));
  }

  private static Map<String, Terminal> retire(Map<String, Terminal> known, List<Boolean> retired) {
    var after = new TreeMap<>(known);
    var which = retired.iterator();
    after.replaceAll((serial, terminal) ->
        which.next()
                && RULES.decide(serial, terminal, new TerminalCommand.Retire(), CPOS, NOW)
                    instanceof Changed changed
            ? changed.after()
            : terminal);
    return after;
  }

  /** Also such as the rules refuse: of an unknown CPO, of a country without a limit. */
  private static Arbitrary<Register> registers() {
    var registrations =
        Arbitraries.of(
            registration(HoldTerms.NONE),
            registration(HoldTerms.NONE),
            registration(hold(eur(30))),
            registration("AQ", CurrencyUnit.EUR, HoldTerms.NONE));
    var places = Arbitraries.of(PLACE, PLACE, NOWHERE).injectNull(0.4);
    return Combinators.combine(registrations, places).as(Register::new);
  }
}
