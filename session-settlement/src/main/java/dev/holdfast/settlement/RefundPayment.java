package dev.holdfast.settlement;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.Transactions;
import dev.holdfast.settlement.ShowSettlements.Shown;
import dev.holdfast.settlement.core.Command;
import dev.holdfast.settlement.core.Refunding;
import dev.holdfast.settlement.core.Refunding.Obstacle;
import dev.holdfast.settlement.core.payment.AloneAct;
import dev.holdfast.settlement.core.payment.Goodwill;
import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.core.payment.Resolution.Word;
import dev.holdfast.settlement.core.payment.Session;
import dev.holdfast.settlement.core.payment.Settlement;
import dev.holdfast.settlement.postgres.SettlementRow;
import dev.holdfast.settlement.postgres.SettlementTable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lets support give something back of a payment whose price stands: small amounts alone. */
@ApplicationScoped
public class RefundPayment {
  private final Transactions transactions;
  private final SettlementTable settlements;
  private final SettlePayments settlePayments;
  private final ActAlone actAlone;

  RefundPayment(
      Transactions transactions,
      SettlementTable settlements,
      SettlePayments settlePayments,
      ActAlone actAlone) {
    this.transactions = transactions;
    this.settlements = settlements;
    this.settlePayments = settlePayments;
    this.actAlone = actAlone;
  }

  /** What came of it. */
  public sealed interface Answer {
    /** It stands so, now or since it was said the first time. */
    record Done(Shown newest) implements Answer {}

    /** There is no such settlement. */
    record Unknown() implements Answer {}

    /** It was decided on another version than the newest, or on none. */
    record Stale(Shown newest) implements Answer {}

    /** It was asked for without a key, so that it might be given twice. */
    record KeyNeeded() implements Answer {}

    /** Something else was asked for with this key. */
    record KeyTaken() implements Answer {}

    /** Who asked for it cannot approve it. */
    record SamePerson() implements Answer {}

    /** It cannot be given back. */
    record Hindered(Obstacle why, Settlement newest) implements Answer {}
  }

  /**
   * Asks for a refund; the same sent again is answered as the first time.
   *
   * @param key empty where none was sent
   */
  public Uni<Answer> ask(@Nullable Long version, String key, Command.Wish wish, AskedFor askedFor) {
    var asked = new Command.RefundAsked(askedFor.reference(), key, wish, askedFor.word(), false);
    return act(
        asked.reference(),
        found -> obstacle(found, version, asked),
        (transaction, found) -> actAlone.may(transaction, alone(found, asked)).map(asked::by));
  }

  private static AloneAct alone(Shown found, Command.RefundAsked asked) {
    return new AloneAct(
        AloneAct.Kind.REFUND,
        asked.reference().text() + "/" + asked.key(),
        Objects.requireNonNull(found.state().hold()).grant().cpoId(),
        asked.word(),
        List.of(asked.amount()));
  }

  /** Of which payment, by whom and why. */
  public record AskedFor(Reference reference, Word word) {}

  private static Optional<Answer> obstacle(
      Shown found, @Nullable Long version, Command.RefundAsked command) {
    Optional<Goodwill> known = session(found.state()).flatMap(each -> each.goodwill(command.key()));
    if (known.isPresent()) {
      boolean same = known.get().isOf(command.wish().code(), command.amount(), command.word());
      return Optional.of(same ? new Answer.Done(found) : new Answer.KeyTaken());
    }
    return stale(found, version)
        .or(() -> Optional.<Answer>of(new Answer.KeyNeeded()).filter(_ -> command.key().isEmpty()))
        .or(() -> Refunding.obstacle(found.state(), command.amount()).map(hindered(found)));
  }

  /** Lets a second person approve or reject one that waits. */
  public Uni<Answer> rule(@Nullable Long version, Command.RefundRuled command) {
    return act(
        command.reference(),
        found -> obstacle(found, version, command),
        (_, _) -> Uni.createFrom().item(command));
  }

  private static Optional<Answer> obstacle(
      Shown found, @Nullable Long version, Command.RefundRuled command) {
    Optional<Goodwill> known =
        session(found.state()).flatMap(each -> each.goodwill(command.number()));
    if (known.filter(each -> each.wasRuled(command.state(), command.word())).isPresent()) {
      return Optional.of(new Answer.Done(found));
    }
    boolean approves = command.state() == Goodwill.State.GRANTED;
    return stale(found, version)
        .or(() ->
            known
                .filter(each -> approves && each.asked().isBy(command.word().by()))
                .map(_ -> new Answer.SamePerson()))
        .or(() ->
            Refunding.obstacle(found.state(), command.number(), command.state())
                .map(hindered(found)));
  }

  private static Function<Obstacle, Answer> hindered(Shown found) {
    return why -> new Answer.Hindered(why, found.state());
  }

  private static Optional<Answer> stale(Shown found, @Nullable Long version) {
    return version == null || version != found.state().version()
        ? Optional.of(new Answer.Stale(found))
        : Optional.empty();
  }

  private static Optional<Session> session(Settlement settlement) {
    return Optional.ofNullable(settlement.session());
  }

  private Uni<Answer> act(
      Reference reference,
      Function<Shown, Optional<Answer>> obstacle,
      BiFunction<Transaction, Shown, Uni<? extends Command>> command) {
    return transactions.run(transaction ->
        find(transaction, reference)
            .chain(row ->
                row == null
                    ? Uni.createFrom().item(new Answer.Unknown())
                    : obstacle
                        .apply(Shown.in(row))
                        .map(answer -> Uni.createFrom().item(answer))
                        .orElseGet(() ->
                            command
                                .apply(transaction, Shown.in(row))
                                .chain(decided -> apply(transaction, decided)))));
  }

  private Uni<Answer> apply(Transaction transaction, Command command) {
    return settlePayments
        .apply(transaction, List.of(command))
        .chain(() -> find(transaction, command.reference()))
        .map(row -> new Answer.Done(Shown.in(Objects.requireNonNull(row))));
  }

  private Uni<@Nullable SettlementRow> find(Transaction transaction, Reference reference) {
    return settlements.lock(transaction, List.of(reference)).map(locked -> locked.get(reference));
  }
}
