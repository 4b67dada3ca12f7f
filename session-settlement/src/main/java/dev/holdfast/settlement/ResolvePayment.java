package dev.holdfast.settlement;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.Transactions;
import dev.holdfast.settlement.core.Command;
import dev.holdfast.settlement.core.PossibleChoices;
import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.core.payment.Resolution;
import dev.holdfast.settlement.core.payment.Resolution.Choice;
import dev.holdfast.settlement.core.payment.Settlement;
import dev.holdfast.settlement.postgres.SettlementRow;
import dev.holdfast.settlement.postgres.SettlementTable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets a person decide about a payment, under its lock: what is possible may change meanwhile. */
@ApplicationScoped
public class ResolvePayment {
  private final Transactions transactions;
  private final SettlementTable settlements;
  private final SettlePayments settlePayments;

  ResolvePayment(
      Transactions transactions, SettlementTable settlements, SettlePayments settlePayments) {
    this.transactions = transactions;
    this.settlements = settlements;
    this.settlePayments = settlePayments;
  }

  /** What came of it. */
  public sealed interface Answer {
    /** It is decided, and published. */
    record Done(SettlementRow row) implements Answer {}

    /** There is no such settlement. */
    record Unknown() implements Answer {}

    /** It stands where that cannot be decided, but perhaps something else. */
    record Impossible(Settlement.Status status, Set<Choice> possible) implements Answer {}
  }

  /** Decides, and says so in the same transaction. */
  public Uni<Answer> resolve(Reference reference, Choice choice, Resolution.Word word) {
    Command command = new Command.Resolved(reference, choice, word);
    return transactions.run(transaction ->
        find(transaction, reference).chain(row -> decide(transaction, row, choice, command)));
  }

  private Uni<Answer> decide(
      Transaction transaction, @Nullable SettlementRow row, Choice choice, Command command) {
    if (row == null) {
      return Uni.createFrom().item(new Answer.Unknown());
    }
    Settlement state = row.toState();
    Set<Choice> possible = PossibleChoices.of(state);
    if (!possible.contains(choice)) {
      return Uni.createFrom().item(new Answer.Impossible(state.status(), possible));
    }
    return settlePayments
        .apply(transaction, List.of(command))
        .chain(() -> find(transaction, command.reference()))
        .map(decided -> new Answer.Done(Objects.requireNonNull(decided)));
  }

  private Uni<@Nullable SettlementRow> find(Transaction transaction, Reference reference) {
    return settlements.lock(transaction, List.of(reference)).map(locked -> locked.get(reference));
  }
}
