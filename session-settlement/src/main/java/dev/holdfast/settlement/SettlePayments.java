package dev.holdfast.settlement;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.settlement.core.Command;
import dev.holdfast.settlement.core.Reference;
import dev.holdfast.settlement.core.Rules;
import dev.holdfast.settlement.core.Settlement;
import dev.holdfast.settlement.core.Step;
import dev.holdfast.settlement.postgres.JournalTable;
import dev.holdfast.settlement.postgres.SettlementRow;
import dev.holdfast.settlement.postgres.SettlementTable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Joins what was heard to the settlements it concerns, and books what follows from it. */
@ApplicationScoped
public class SettlePayments {
  private final Rules rules;
  private final SettlementTable settlements;
  private final JournalTable journal;
  private final KeepViews views;

  SettlePayments(Rules rules, SettlementTable settlements, JournalTable journal, KeepViews views) {
    this.rules = rules;
    this.settlements = settlements;
    this.journal = journal;
    this.views = views;
  }

  /**
   * Applies the commands in their order, many payments, within the transaction; gives the steps in
   * that order, for the caller to publish in the same transaction.
   */
  public Uni<List<Step>> apply(Transaction transaction, List<Command> commands, Instant now) {
    List<Reference> references = commands.stream().map(Command::reference).distinct().toList();
    return settlements
        .lock(transaction, references)
        .chain(locked -> settle(transaction, locked, commands, now));
  }

  private Uni<List<Step>> settle(
      Transaction transaction,
      Map<Reference, SettlementRow> locked,
      List<Command> commands,
      Instant now) {
    Map<Reference, Settlement> before = new HashMap<>();
    locked.forEach((reference, row) -> before.put(reference, row.toState()));
    List<Step> steps = fold(before, commands);
    return write(transaction, locked, steps, now)
        .chain(() -> views.follow(transaction, before, steps, now))
        .replaceWith(steps);
  }

  private List<Step> fold(Map<Reference, Settlement> before, List<Command> commands) {
    Map<Reference, Settlement> states = new HashMap<>(before);
    List<Step> steps = new ArrayList<>();
    for (Command command : commands) {
      rules
          .apply(states.get(command.reference()), command)
          .ifPresent(step -> {
            states.put(command.reference(), step.after());
            steps.add(step);
          });
    }
    return steps;
  }

  private Uni<Void> write(
      Transaction transaction,
      Map<Reference, SettlementRow> locked,
      List<Step> steps,
      Instant now) {
    return settlements
        .write(transaction, locked, steps, now)
        .chain(() -> journal.append(transaction, steps, now));
  }
}
