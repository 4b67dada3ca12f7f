package dev.holdfast.settlement.core.report;

import dev.holdfast.settlement.core.payment.Reference;
import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a card holder's bank took back of a payment, by the reports that were read.
 *
 * @param id of its own: of its payment where that is known
 * @param taken what is gone by now; zero where all of it came back
 */
public record Chargeback(String id, Origin origin, Money taken, State state) {
  /**
   * Where it comes from.
   *
   * @param gatewayReference of the payment
   * @param reference of the payment, where it is known here
   */
  public record Origin(
      String gateway,
      @Nullable String gatewayReference,
      @Nullable Reference reference,
      @Nullable String cpoId) {}

  /**
   * How far it has come.
   *
   * @param stage a name of {@link Dispute.Stage}, or one that only a newer version knows
   * @param begunAt when the gateway told of it first
   * @param toldAt when it told of it last
   * @param answer until when it can be answered; null where it cannot, or nobody knows until when
   * @param isBooked whether all of its lines are
   */
  public record State(
      String stage,
      Instant begunAt,
      Instant toldAt,
      Dispute.@Nullable Answer answer,
      boolean isBooked) {}

  /** One line of it: what was taken back, below zero, or given up again. */
  public record Line(String stage, Money amount, Instant toldAt, Dispute.@Nullable Answer answer) {}

  /** Where it stands in the list: those of which nobody knows until when come first. */
  public record Place(Instant answerBy, String id) {}

  /** Which are asked for; null: of any. */
  public record Filter(
      @Nullable String cpoId, @Nullable String gateway, Dispute.@Nullable Stage stage) {}

  /** Where it stands in the list. */
  public Place place() {
    Dispute.Answer answer = state.answer();
    return new Place(answer == null ? Instant.EPOCH : answer.by(), id);
  }
}
