package dev.holdfast.terminal;

import static java.util.stream.Collectors.toMap;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.Transactions;
import dev.holdfast.terminal.ChangeTerminals.Situation;
import dev.holdfast.terminal.core.Contract;
import dev.holdfast.terminal.core.Cpo;
import dev.holdfast.terminal.core.Environment;
import dev.holdfast.terminal.core.Terminal;
import dev.holdfast.terminal.core.TerminalCommand;
import dev.holdfast.terminal.core.TerminalCommand.Reconsider;
import dev.holdfast.terminal.postgres.CpoTable;
import dev.holdfast.terminal.postgres.TerminalTable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

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

  ChangeCpos(
      Transactions transactions,
      CpoTable cpos,
      TerminalTable terminals,
      ChangeTerminals changeTerminals) {
    this.transactions = transactions;
    this.cpos = cpos;
    this.terminals = terminals;
    this.changeTerminals = changeTerminals;
  }

  /** A CPO, and whether it was not known before. */
  public record Described(Cpo cpo, boolean isNew) {}

  /** Makes a CPO known, or gives it other defaults. */
  public Uni<Described> describe(String cpoId, Cpo.Defaults defaults) {
    return transactions.run(transaction ->
        cpos.lock(transaction.session(), cpoId)
            .chain(found ->
                found.isEmpty()
                    ? introduce(transaction, Cpo.named(cpoId, defaults))
                    : replace(transaction, found.getFirst(), found.getFirst().with(defaults))));
  }

  /** Puts a contract in the place of the one in that environment; empty for an unknown CPO. */
  public Uni<Optional<Cpo>> contract(String cpoId, Environment environment, Contract contract) {
    return transactions.run(transaction ->
        cpos.lock(transaction.session(), cpoId)
            .chain(found ->
                found.isEmpty()
                    ? Uni.createFrom().item(Optional.<Cpo>empty())
                    : replace(
                            transaction,
                            found.getFirst(),
                            found.getFirst().with(environment, contract))
                        .map(described -> Optional.of(described.cpo()))));
  }

  private Uni<Described> introduce(Transaction transaction, Cpo cpo) {
    return cpos.insert(transaction.session(), cpo).replaceWith(new Described(cpo, true));
  }

  private Uni<Described> replace(Transaction transaction, Cpo before, Cpo after) {
    return before.equals(after)
        ? Uni.createFrom().item(new Described(before, false))
        : cpos.update(transaction.session(), after)
            .chain(() -> reconsiderAll(transaction, after, ""))
            .replaceWith(new Described(after, false));
  }

  private Uni<Void> reconsiderAll(Transaction transaction, Cpo cpo, String afterSerial) {
    return terminals
        .lockNextOf(transaction.session(), cpo.cpoId(), afterSerial, PAGE)
        .chain(page ->
            page.isEmpty()
                ? Uni.createFrom().voidItem()
                : reconsider(transaction, cpo, page)
                    .chain(() -> reconsiderAll(transaction, cpo, page.lastEntry().getKey())));
  }

  private Uni<Void> reconsider(
      Transaction transaction, Cpo cpo, SequencedMap<String, Terminal> page) {
    Map<String, TerminalCommand> commands =
        page.keySet().stream().collect(toMap(serial -> serial, _ -> new Reconsider()));
    var situation = new Situation(Map.of(cpo.cpoId(), cpo), page);
    return changeTerminals.carryOut(transaction, commands, situation).replaceWithVoid();
  }
}
