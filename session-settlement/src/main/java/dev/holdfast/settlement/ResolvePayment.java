package dev.holdfast.settlement;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.Transactions;
import dev.holdfast.settlement.ShowSettlements.Shown;
import dev.holdfast.settlement.core.Command;
import dev.holdfast.settlement.core.PossibleChoices;
import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.core.payment.Resolution;
import dev.holdfast.settlement.core.payment.Resolution.Choice;
import dev.holdfast.settlement.core.payment.Session;
import dev.holdfast.settlement.core.payment.Settlement;
import dev.holdfast.settlement.postgres.SettlementRow;
import dev.holdfast.settlement.postgres.SettlementTable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
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

    /** None of the contradictions that are open was named, by its number. */
    record Unnamed(List<Integer> open) implements Answer {}

    /** It is about this amount, and another was named, or none. */
    record OtherAmount(Money about) implements Answer {}
  }

  /**
   * Decides, and says so in the same transaction. Said again, it is answered as the first time.
   *
   * @param version of the settlement that it is decided on; null where nobody said
   * @param amount that it is about; null where nobody said
   */
  public Uni<Answer> resolve(
      @Nullable Long version, Command.Resolved command, @Nullable Money amount) {
    return transactions.run(transaction ->
        find(transaction, command.reference())
            .chain(row ->
                answer(row, version, command, amount)
                    .map(answered -> Uni.createFrom().item(answered))
                    .orElseGet(() -> decide(transaction, command))));
  }

  private static Optional<Answer> answer(
      @Nullable SettlementRow row,
      @Nullable Long version,
      Command.Resolved command,
      @Nullable Money amount) {
    if (row == null) {
      return Optional.of(new Answer.Unknown());
    }
    var found = Shown.in(row);
    if (version != null && version == row.version() - 1 && isLast(command, found.state())) {
      return Optional.of(new Answer.Done(found));
    }
    return version == null || version != row.version()
        ? Optional.of(new Answer.Stale(found))
        : refusal(found.state(), command, amount);
  }

  private static Optional<Answer> refusal(
      Settlement state, Command.Resolved command, @Nullable Money amount) {
    var possible = PossibleChoices.of(state);
    if (!possible.contains(command.choice())) {
      return Optional.of(new Answer.Impossible(state.status(), possible));
    }
    List<Integer> open = PossibleChoices.open(state, command.choice());
    if (!open.isEmpty() && PossibleChoices.contradiction(state, command).isEmpty()) {
      return Optional.of(new Answer.Unnamed(open));
    }
    return PossibleChoices.amount(state, command)
        .filter(about -> amount == null ? about.isPositive() : !about.equals(amount))
        .map(Answer.OtherAmount::new);
  }

  /** Is this the decision that was made last? */
  private static boolean isLast(Command.Resolved command, Settlement state) {
    Session session = state.session();
    if (session == null || session.resolutions().isEmpty()) {
      return false;
    }
    Resolution last = session.resolutions().getLast();
    Integer number = command.contradiction();
    return last.choice() == command.choice()
        && last.word().by().equals(command.word().by())
        && last.word().reason().equals(command.word().reason())
        && (number == null || number.equals(last.contradiction()));
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
