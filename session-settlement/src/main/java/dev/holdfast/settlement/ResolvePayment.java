package dev.holdfast.settlement;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.Transactions;
import dev.holdfast.settlement.ShowSettlements.Shown;
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
import java.util.Optional;
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
    record Done(Shown decided) implements Answer {}

    /** There is no such settlement. */
    record Unknown() implements Answer {}

    /** It was decided on another version than the newest, or on none. */
    record Stale(Shown newest) implements Answer {}

    /** It stands where that cannot be decided, but perhaps something else. */
    record Impossible(Settlement.Status status, Set<Choice> possible) implements Answer {}
  }

  /**
   * Decides, and says so in the same transaction.
   *
   * @param version of the settlement that it is decided on; null where nobody said
   */
  public Uni<Answer> resolve(
      Reference reference, @Nullable Long version, Choice choice, Resolution.Word word) {
    var command = new Command.Resolved(reference, choice, word);
    return transactions.run(transaction ->
        find(transaction, reference)
            .chain(row ->
                refusal(row, version, choice)
                    .map(refused -> Uni.createFrom().item(refused))
                    .orElseGet(() -> decide(transaction, command))));
  }

  private static Optional<Answer> refusal(
      @Nullable SettlementRow row, @Nullable Long version, Choice choice) {
    if (row == null) {
      return Optional.of(new Answer.Unknown());
    }
    var found = Shown.in(row);
    if (version == null || version != row.version()) {
      return Optional.of(new Answer.Stale(found));
    }
    var possible = PossibleChoices.of(found.state());
    return possible.contains(choice)
        ? Optional.empty()
        : Optional.of(new Answer.Impossible(found.state().status(), possible));
  }

  private Uni<Answer> decide(Transaction transaction, Command command) {
    return settlePayments
        .apply(transaction, List.of(command))
        .chain(() -> find(transaction, command.reference()))
        .map(decided -> new Answer.Done(Shown.in(Objects.requireNonNull(decided))));
  }

  private Uni<@Nullable SettlementRow> find(Transaction transaction, Reference reference) {
    return settlements.lock(transaction, List.of(reference)).map(locked -> locked.get(reference));
  }
}
