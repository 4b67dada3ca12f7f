package dev.holdfast.settlement;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.Unacceptable;
import dev.holdfast.settlement.core.Command;
import dev.holdfast.settlement.core.JournalEntry;
import dev.holdfast.settlement.core.Reference;
import dev.holdfast.settlement.core.Rules;
import dev.holdfast.settlement.core.Session;
import dev.holdfast.settlement.core.Settlement;
import dev.holdfast.settlement.core.Step;
import dev.holdfast.settlement.postgres.JournalTable;
import dev.holdfast.settlement.postgres.MovementTable;
import dev.holdfast.settlement.postgres.SettlementRow;
import dev.holdfast.settlement.postgres.SettlementTable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Joins what was heard to the settlements it concerns, and books what follows from it. */
@ApplicationScoped
public class SettlePayments {
  /** So many of the largest are half of what a record may hold. */
  static final int MOST_CONTENTS = 40;

  private final Rules rules;
  private final SettlementTable settlements;
  private final MovementTable movements;
  private final JournalTable journal;
  private final KeepViews views;

  SettlePayments(
      Rules rules,
      SettlementTable settlements,
      MovementTable movements,
      JournalTable journal,
      KeepViews views) {
    this.rules = rules;
    this.settlements = settlements;
    this.movements = movements;
    this.journal = journal;
    this.views = views;
  }

  /** What changed, and what was booked for it, each in the order of the commands. */
  public record Settled(List<Step> steps, List<JournalTable.Booked> booked) {}

  /**
   * Applies the commands in their order, many payments, within the transaction; gives what the
   * caller must publish in the same transaction.
   */
  public Uni<Settled> apply(Transaction transaction, List<Command> commands, Instant now) {
    List<Reference> references = commands.stream().map(Command::reference).distinct().toList();
    return settlements
        .lock(transaction, references)
        .chain(locked -> settle(transaction, locked, commands, now));
  }

  private Uni<Settled> settle(
      Transaction transaction,
      Map<Reference, SettlementRow> locked,
      List<Command> commands,
      Instant now) {
    Map<Reference, Settlement> before = new HashMap<>();
    locked.forEach((reference, row) -> before.put(reference, row.toState()));
    List<Step> steps = fold(before, commands);
    return write(transaction, locked, steps, now)
        .call(() -> views.follow(transaction, before, steps, now));
  }

  private List<Step> fold(Map<Reference, Settlement> before, List<Command> commands) {
    Map<Reference, Settlement> states = new HashMap<>(before);
    List<Step> steps = new ArrayList<>();
    for (Command command : commands) {
      rules
          .apply(states.get(command.reference()), command)
          .ifPresent(step -> {
            mustBeFew(step.after().session());
            states.put(command.reference(), step.after());
            steps.add(step);
          });
    }
    return steps;
  }

  /** A state is kept and said whole, so it must not grow for as long as somebody sends. */
  private static void mustBeFew(@Nullable Session session) {
    if (session != null && session.contents() > MOST_CONTENTS) {
      throw new Unacceptable(
          "revision: %d closes and starts that differ are known of this payment, and no more are kept; look at the payment, and at who sends them"
              .formatted(MOST_CONTENTS));
    }
  }

  private Uni<Settled> write(
      Transaction transaction,
      Map<Reference, SettlementRow> locked,
      List<Step> steps,
      Instant now) {
    return settlements
        .write(transaction, locked, steps, now)
        .chain(() -> movements.write(transaction, steps))
        .chain(() -> journal.append(transaction, entries(steps), now))
        .map(booked -> new Settled(steps, booked));
  }

  private static List<JournalEntry> entries(List<Step> steps) {
    return steps.stream().flatMap(step -> step.entries().stream()).toList();
  }
}
