package dev.holdfast.terminal;

import static java.util.stream.Collectors.toMap;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.Transactions;
import dev.holdfast.terminal.ChangeCpos.Outcome.Kept;
import dev.holdfast.terminal.ChangeCpos.Outcome.NotKnown;
import dev.holdfast.terminal.ChangeCpos.Outcome.Refused;
import dev.holdfast.terminal.core.cpo.Contract;
import dev.holdfast.terminal.core.cpo.Cpo;
import dev.holdfast.terminal.core.cpo.Cpo.Agreement.Agreed;
import dev.holdfast.terminal.core.cpo.Cpo.Agreement.Overlapping;
import dev.holdfast.terminal.core.vendor.Environment;
import dev.holdfast.terminal.core.Expected;
import dev.holdfast.terminal.core.Refusal;
import dev.holdfast.terminal.core.Refusal.ChangedMeanwhile;
import dev.holdfast.terminal.core.Refusal.ContractOverlaps;
import dev.holdfast.terminal.core.Refusal.Unreadable;
import dev.holdfast.terminal.core.Terminal;
import dev.holdfast.terminal.core.TerminalCommand;
import dev.holdfast.terminal.core.TerminalCommand.Reconsider;
import dev.holdfast.terminal.kafka.publish.CpoEvents;
import dev.holdfast.terminal.postgres.CpoTable;
import dev.holdfast.terminal.postgres.Found;
import dev.holdfast.terminal.postgres.TerminalTable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Changes a CPO and, in the same transaction and page by page, all of its terminals for which
 * something else follows.
 */
@ApplicationScoped
public class ChangeCpos {
  /** Terminals locked and judged at a time. */
  private static final int PAGE = 500;

  private final Transactions transactions;
  private final CpoTable cpos;
  private final TerminalTable terminals;
  private final ChangeTerminals changeTerminals;
  private final Clock clock;

  ChangeCpos(
      Transactions transactions,
      CpoTable cpos,
      TerminalTable terminals,
      ChangeTerminals changeTerminals,
      Clock clock) {
    this.transactions = transactions;
    this.cpos = cpos;
    this.terminals = terminals;
    this.changeTerminals = changeTerminals;
    this.clock = clock;
  }

  /** What became of a command to a CPO. */
  public sealed interface Outcome {
    /** It is so now, or was so already. */
    record Kept(Cpo cpo, boolean isNew) implements Outcome {}

    /** There is no such CPO here. */
    record NotKnown() implements Outcome {}

    /** It cannot be. */
    record Refused(Refusal refusal) implements Outcome {}
  }

  /** Makes a CPO known, or gives it other defaults. */
  public Uni<Outcome> describe(String cpoId, Cpo.Defaults defaults, Expected expected) {
    return change(
        cpoId,
        expected,
        before ->
            before
                .map(cpo -> new Kept(cpo.with(defaults), false))
                .orElseGet(() -> new Kept(Cpo.named(cpoId, defaults), true)));
  }

  /** Agrees a contract, or replaces the one that starts at the same instant. */
  public Uni<Outcome> agree(
      String cpoId, Environment environment, Contract contract, Expected expected) {
    return change(
        cpoId,
        expected,
        before ->
            before
                .map(cpo ->
                    switch (cpo.agree(environment, contract)) {
                      case Agreed agreed -> new Kept(agreed.cpo(), false);
                      case Overlapping overlapping ->
                          new Refused(new ContractOverlaps(overlapping.other()));
                    })
                .orElseGet(NotKnown::new));
  }

  /** Takes a contract back that starts at that instant, as if it had never been agreed. */
  public Uni<Outcome> revoke(
      String cpoId, Environment environment, Instant validFrom, Expected expected) {
    return change(
        cpoId,
        expected,
        before ->
            before
                .<Outcome>map(cpo -> new Kept(cpo.revoke(environment, validFrom), false))
                .orElseGet(NotKnown::new));
  }

  private Uni<Outcome> change(
      String cpoId, Expected expected, Function<Optional<Cpo>, Outcome> decide) {
    return transactions.run(transaction ->
        cpos.lock(transaction.session(), cpoId)
            .chain(found -> {
              var why = found.whyLeft(cpoId);
              return why == null
                  ? keep(transaction, found.one(), decided(found.one(), expected, decide))
                  : Uni.createFrom().item(new Refused(new Unreadable(why)));
            }));
  }

  private static Outcome decided(
      Optional<Cpo> before, Expected expected, Function<Optional<Cpo>, Outcome> decide) {
    long version = before.map(Cpo::version).orElse(0L);
    return expected.is(version) ? decide.apply(before) : new Refused(new ChangedMeanwhile(version));
  }

  private Uni<Outcome> keep(Transaction transaction, Optional<Cpo> before, Outcome outcome) {
    Uni<Void> kept =
        switch (outcome) {
          case Kept(var cpo, var isNew) when isNew ->
              cpos.insert(transaction.session(), cpo).chain(() -> say(transaction, cpo));
          case Kept(var cpo, _) when !before.equals(Optional.of(cpo)) -> replace(transaction, cpo);
          case Kept _, NotKnown _, Refused _ -> Uni.createFrom().voidItem();
        };
    return kept.replaceWith(outcome);
  }

  private Uni<Void> replace(Transaction transaction, Cpo after) {
    return cpos.update(transaction.session(), after)
        .chain(() -> say(transaction, after))
        .chain(() -> reconsiderAll(transaction, after, ""));
  }

  private Uni<Void> say(Transaction transaction, Cpo cpo) {
    var now = clock.instant();
    return transaction.publish(List.of(CpoEvents.of(cpo, now)));
  }

  private Uni<Void> reconsiderAll(Transaction transaction, Cpo cpo, String afterSerial) {
    return terminals
        .lockNextOf(transaction.session(), cpo.cpoId(), afterSerial, PAGE)
        .chain(page ->
            page.ids().isEmpty()
                ? Uni.createFrom().voidItem()
                : reconsider(transaction, cpo, page)
                    .chain(() -> reconsiderAll(transaction, cpo, page.ids().getLast())));
  }

  private Uni<Void> reconsider(Transaction transaction, Cpo cpo, Found<Terminal> page) {
    Map<String, TerminalCommand> commands =
        page.read().keySet().stream().collect(toMap(serial -> serial, _ -> new Reconsider()));
    var situation = new Situation(Found.of(cpo.cpoId(), cpo), page);
    return changeTerminals
        .carryOut(transaction, commands, situation)
        .chain(() ->
            terminals.reviewSoon(transaction.session(), page.left().keySet(), clock.instant()));
  }
}
