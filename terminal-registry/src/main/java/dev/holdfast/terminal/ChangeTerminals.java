package dev.holdfast.terminal;

import static java.util.stream.Collectors.toMap;

import dev.holdfast.delivery.Event;
import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.Transactions;
import dev.holdfast.terminal.core.Cpo;
import dev.holdfast.terminal.core.Decision;
import dev.holdfast.terminal.core.Decision.Changed;
import dev.holdfast.terminal.core.Decision.Refused;
import dev.holdfast.terminal.core.Expected;
import dev.holdfast.terminal.core.Expected.Anything;
import dev.holdfast.terminal.core.Place;
import dev.holdfast.terminal.core.Refusal;
import dev.holdfast.terminal.core.Refusal.ChangedMeanwhile;
import dev.holdfast.terminal.core.Terminal;
import dev.holdfast.terminal.core.TerminalCommand;
import dev.holdfast.terminal.core.TerminalRules;
import dev.holdfast.terminal.kafka.TerminalEvents;
import dev.holdfast.terminal.postgres.CpoTable;
import dev.holdfast.terminal.postgres.TerminalTable;
import dev.holdfast.terminal.postgres.TerminalWrites;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Carries out commands to terminals: lock, decide, write, publish, in one transaction. */
@ApplicationScoped
public class ChangeTerminals {
  private final Transactions transactions;
  private final CpoTable cpos;
  private final TerminalTable terminals;
  private final TerminalRules rules;
  private final InstantSource clock;

  ChangeTerminals(
      Transactions transactions,
      CpoTable cpos,
      TerminalTable terminals,
      TerminalRules rules,
      InstantSource clock) {
    this.transactions = transactions;
    this.cpos = cpos;
    this.terminals = terminals;
    this.rules = rules;
    this.clock = clock;
  }

  /** One command to one terminal, whatever its version is. */
  public Uni<Decision> change(String serial, TerminalCommand command) {
    return change(serial, command, new Anything());
  }

  /** One command to one terminal, refused where its version is not the expected one. */
  public Uni<Decision> change(String serial, TerminalCommand command, Expected expected) {
    var commands = Map.of(serial, command);
    return transactions.run(transaction ->
        situation(transaction, commands)
            .chain(situation ->
                expected.is(situation.version(serial))
                    ? carryOut(transaction, commands, situation)
                        .map(decisions -> decisions.sequencedValues().getFirst())
                    : refuse(new ChangedMeanwhile(situation.version(serial)))));
  }

  private static Uni<Decision> refuse(Refusal refusal) {
    return Uni.createFrom().item(new Refused(refusal));
  }

  /** A command to each of many terminals, and what was decided of each, by serial. */
  Uni<SequencedMap<String, Decision>> change(Map<String, TerminalCommand> commands) {
    return transactions.run(transaction ->
        situation(transaction, commands)
            .chain(situation -> carryOut(transaction, commands, situation)));
  }

  /** The commands, in a transaction that has all of the situation locked. */
  Uni<SequencedMap<String, Decision>> carryOut(
      Transaction transaction, Map<String, TerminalCommand> commands, Situation situation) {
    var decisions = decide(commands, situation);
    return terminals
        .write(transaction.session(), TerminalWrites.of(decisions.values()))
        .chain(() -> transaction.publish(events(decisions.values())))
        .replaceWith(decisions);
  }

  /** What decisions are made from; the CPOs are locked before the terminals. */
  record Situation(Map<String, Cpo> cpos, Map<String, Terminal> terminals) {
    long version(String serial) {
      var terminal = terminals.get(serial);
      return terminal == null ? 0 : terminal.version();
    }
  }

  private Uni<Situation> situation(Transaction transaction, Map<String, TerminalCommand> commands) {
    var serials = new TreeMap<>(commands).navigableKeySet();
    return cpos.hold(transaction.session(), namedCpos(commands.values()), serials)
        .chain(held ->
            terminals
                .lock(transaction.session(), serials)
                .chain(locked -> complete(transaction, held, locked)));
  }

  /** A terminal may have gone to another CPO before it was locked: that one is held too. */
  private Uni<Situation> complete(
      Transaction transaction, List<Cpo> held, Map<String, Terminal> locked) {
    var known = new HashMap<>(byId(held));
    var missing =
        locked.values().stream()
            .flatMap(terminal -> Stream.ofNullable(terminal.dossier().cpoId()))
            .filter(cpoId -> !known.containsKey(cpoId))
            .toList();
    return missing.isEmpty()
        ? Uni.createFrom().item(new Situation(known, locked))
        : cpos.hold(transaction.session(), missing, List.of())
            .invoke(more -> known.putAll(byId(more)))
            .replaceWith(() -> new Situation(known, locked));
  }

  private SequencedMap<String, Decision> decide(
      Map<String, TerminalCommand> commands, Situation situation) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var decisions = new TreeMap<String, Decision>();
    commands.forEach((serial, command) ->
        decisions.put(
            serial,
            rules.decide(
                serial, situation.terminals().get(serial), command, situation.cpos(), now)));
    return decisions;
  }

  private List<Event> events(Collection<Decision> decisions) {
    return decisions.stream()
        .filter(Changed.class::isInstance)
        .map(Changed.class::cast)
        .map(changed -> TerminalEvents.of(changed, rules.standings().environment()))
        .toList();
  }

  private static List<String> namedCpos(Collection<TerminalCommand> commands) {
    return commands.stream()
        .flatMap(command -> Stream.ofNullable(command.newPlace()))
        .map(Place::cpoId)
        .toList();
  }

  private static Map<String, Cpo> byId(List<Cpo> cpos) {
    return cpos.stream().collect(toMap(Cpo::cpoId, cpo -> cpo));
  }
}
