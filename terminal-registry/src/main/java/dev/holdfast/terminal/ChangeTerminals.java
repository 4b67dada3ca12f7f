package dev.holdfast.terminal;

import dev.holdfast.delivery.Event;
import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.Transactions;
import dev.holdfast.terminal.core.Decision;
import dev.holdfast.terminal.core.Decision.Changed;
import dev.holdfast.terminal.core.Decision.Refused;
import dev.holdfast.terminal.core.Expected;
import dev.holdfast.terminal.core.Expected.Anything;
import dev.holdfast.terminal.core.Place;
import dev.holdfast.terminal.core.Refusal.Unreadable;
import dev.holdfast.terminal.core.Situation;
import dev.holdfast.terminal.core.TerminalCommand;
import dev.holdfast.terminal.core.TerminalRules;
import dev.holdfast.terminal.kafka.publish.TerminalEvents;
import dev.holdfast.terminal.postgres.CpoTable;
import dev.holdfast.terminal.postgres.TerminalTable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
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
  private final Clock clock;

  ChangeTerminals(
      Transactions transactions,
      CpoTable cpos,
      TerminalTable terminals,
      TerminalRules rules,
      Clock clock) {
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
                situation
                    .refusal(expected, serial)
                    .map(refusal -> Uni.createFrom().<Decision>item(new Refused(refusal)))
                    .orElseGet(() ->
                        carryOut(transaction, commands, situation)
                            .map(decisions -> decisions.sequencedValues().getFirst()))));
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
        .write(transaction, decisions.values())
        .chain(() -> transaction.publish(events(decisions.values())))
        .replaceWith(decisions);
  }

  private Uni<Situation> situation(Transaction transaction, Map<String, TerminalCommand> commands) {
    var serials = new TreeMap<>(commands).navigableKeySet();
    return cpos.hold(transaction, namedCpos(commands.values()), serials)
        .chain(held ->
            terminals
                .lock(transaction, serials)
                .chain(locked -> complete(transaction, new Situation(held, locked))));
  }

  /** A terminal may have gone to another CPO before it was locked: that one is held too. */
  private Uni<Situation> complete(Transaction transaction, Situation situation) {
    var missing = situation.missingCpos();
    return missing.isEmpty()
        ? Uni.createFrom().item(situation)
        : cpos.hold(transaction, missing, List.of()).map(situation::with);
  }

  private SequencedMap<String, Decision> decide(
      Map<String, TerminalCommand> commands, Situation situation) {
    var now = clock.instant();
    var decisions = new TreeMap<String, Decision>();
    commands.forEach(
        (serial, command) -> decisions.put(serial, decide(serial, command, situation, now)));
    return decisions;
  }

  private Decision decide(
      String serial, TerminalCommand command, Situation situation, Instant now) {
    var why = situation.whyLeft(serial, command);
    return why == null
        ? rules.decide(serial, situation.terminal(serial), command, situation.knownCpos(), now)
        : new Refused(new Unreadable(why));
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
}
