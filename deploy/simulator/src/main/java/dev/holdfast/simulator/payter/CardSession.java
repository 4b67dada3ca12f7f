package dev.holdfast.simulator.payter;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One authorization in the cloud and what became of it; amounts in minor units. */
record CardSession(
    Opening opening,
    State state,
    long committedAmount,
    @Nullable Order waiting,
    @Nullable String refusal,
    List<Refund> refunds) {

  enum State {
    AUTHORIZED,
    COMMITTED,
    CANCELLED,
    DECLINED
  }

  static CardSession authorized(Opening opening) {
    return new CardSession(opening, State.AUTHORIZED, 0, null, null, List.of());
  }

  static CardSession declined(Opening opening) {
    String code = opening.card().declineCode();
    return new CardSession(opening, State.DECLINED, 0, null, code, List.of());
  }

  /** As ordered, but not yet carried out: the terminal is offline. */
  CardSession accepted(Order order) {
    return switch (order) {
      case Order.Commit commit -> with(State.COMMITTED, commit.minorUnits(), order, null);
      case Order.Cancel _ -> with(State.CANCELLED, 0, order, null);
    };
  }

  CardSession committed(long minorUnits) {
    return with(State.COMMITTED, minorUnits, null, null);
  }

  CardSession cancelled() {
    return with(State.CANCELLED, 0, null, null);
  }

  CardSession refused(String code) {
    return with(State.AUTHORIZED, 0, null, code);
  }

  CardSession refunded(Refund refund) {
    List<Refund> all = Stream.concat(refunds.stream(), Stream.of(refund)).toList();
    return new CardSession(opening, state, committedAmount, waiting, refusal, all);
  }

  private CardSession with(
      State newState, long committed, @Nullable Order newWaiting, @Nullable String newRefusal) {
    return new CardSession(opening, newState, committed, newWaiting, newRefusal, refunds);
  }

  Fact.Names names() {
    return opening.names();
  }

  long refundedAmount() {
    return refunds.stream().mapToLong(Refund::amount).sum();
  }

  /** Checks an order against the bank; null when the bank grants it. */
  @Nullable Refused refusalOf(Order order, Instant now) {
    return switch (order) {
      case Order.Cancel _ -> null;
      case Order.Commit _ when opening.hasEnded(now) ->
          Refused.byBank("EXPIRED", "The hold ended at " + opening.expiresAt() + ".");
      case Order.Commit commit
          when commit.minorUnits() > opening.highestCapture(commit.overCommit()) ->
          Refused.byBank(
              "NOT_PERMITTED",
              "The bank holds "
                  + opening.authorizedAmount()
                  + " and refuses "
                  + commit.minorUnits()
                  + ".");
      case Order.Commit _ -> null;
    };
  }

  /** Checks a refund; null when it can be paid: only what was taken, and only once. */
  @Nullable Refused refusalOfRefund(long minorUnits) {
    if (state != State.COMMITTED || waiting != null) {
      return Refused.conflict("NOT_COMMITTED", "Nothing has been taken in this session yet.");
    }
    long left = committedAmount - refundedAmount();
    return minorUnits <= left
        ? null
        : Refused.byBank(
            "REFUND_TOO_LARGE", "Only " + left + " is left to refund, not " + minorUnits + ".");
  }
}
