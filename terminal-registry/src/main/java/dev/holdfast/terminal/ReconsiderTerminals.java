package dev.holdfast.terminal;

import static java.util.stream.Collectors.toMap;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.terminal.core.Rows;
import dev.holdfast.terminal.core.Situation;
import dev.holdfast.terminal.core.Terminal;
import dev.holdfast.terminal.core.TerminalCommand;
import dev.holdfast.terminal.core.TerminalCommand.Reconsider;
import dev.holdfast.terminal.core.cpo.Cpo;
import dev.holdfast.terminal.postgres.TerminalTable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;

/** Judges all terminals of a CPO that changed, page by page, in the transaction that changes it. */
@ApplicationScoped
class ReconsiderTerminals {
  /** Terminals locked and judged at a time. */
  private static final int PAGE = 500;

  private final TerminalTable terminals;
  private final ChangeTerminals changeTerminals;
  private final Clock clock;

  ReconsiderTerminals(TerminalTable terminals, ChangeTerminals changeTerminals, Clock clock) {
    this.terminals = terminals;
    this.changeTerminals = changeTerminals;
    this.clock = clock;
  }

  /** Those of a CPO that is locked. */
  Uni<Void> of(Transaction transaction, Cpo cpo) {
    return reconsiderAll(transaction, cpo, "");
  }

  private Uni<Void> reconsiderAll(Transaction transaction, Cpo cpo, String afterSerial) {
    return terminals
        .lockNextOf(transaction, cpo.cpoId(), afterSerial, PAGE)
        .chain(page ->
            page.ids().isEmpty()
                ? Uni.createFrom().voidItem()
                : reconsider(transaction, cpo, page)
                    .chain(() -> reconsiderAll(transaction, cpo, page.ids().getLast())));
  }

  private Uni<Void> reconsider(Transaction transaction, Cpo cpo, Rows<Terminal> page) {
    Map<String, TerminalCommand> commands =
        page.read().keySet().stream().collect(toMap(serial -> serial, _ -> new Reconsider()));
    var situation = new Situation(Rows.of(cpo.cpoId(), cpo), page);
    return changeTerminals
        .carryOut(transaction, commands, situation)
        .chain(() -> terminals.reviewSoon(transaction, page.left().keySet(), clock.instant()));
  }
}
