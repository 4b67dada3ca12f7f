package dev.holdfast.infrastructure.payter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One authorization in the cloud and what became of it; amounts in minor units. */
record CardSession(
    Fact.Names names,
    Card card,
    State state,
    long authorizedAmount,
    long committedAmount,
    @Nullable Order waiting,
    @Nullable String refusal,
    String authorizationCode,
    @Nullable Instant expiresAt) {

  enum State {
    AUTHORIZED,
    COMMITTED,
    CANCELLED,
    DECLINED
  }

  static CardSession authorized(Fact.Authorized fact, Card card) {
    return new CardSession(
        fact.names(),
        card,
        State.AUTHORIZED,
        fact.minorUnits(),
        0,
        null,
        null,
        fact.authorizationCode(),
        fact.expiresAt());
  }

  static CardSession declined(Fact.Declined fact, Card card) {
    return new CardSession(fact.names(), card, State.DECLINED, 0, 0, null, null, "", null);
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

  private CardSession with(
      State newState, long committed, @Nullable Order newWaiting, @Nullable String newRefusal) {
    return new CardSession(
        names,
        card,
        newState,
        authorizedAmount,
        committed,
        newWaiting,
        newRefusal,
        authorizationCode,
        expiresAt);
  }

  /** Checks an order against the bank; null when the bank grants it. */
  @Nullable Refused refusalOf(Order order, Instant now) {
    return switch (order) {
      case Order.Cancel _ -> null;
      case Order.Commit _ when expiresAt != null && !now.isBefore(expiresAt) ->
          Refused.byBank("EXPIRED", "The hold ended at " + expiresAt + ".");
      case Order.Commit commit
          when commit.minorUnits() > card.highestCapture(authorizedAmount, commit.overCommit()) ->
          Refused.byBank(
              "NOT_PERMITTED",
              "The bank holds " + authorizedAmount + " and refuses " + commit.minorUnits() + ".");
      case Order.Commit _ -> null;
    };
  }

  /** What the cloud tells of a session; {@code confirmed} is false while it is to be sent later. */
  View view() {
    return new View(
        names.sessionId(),
        names.reference(),
        state,
        authorizedAmount,
        committedAmount,
        waiting == null,
        refusal,
        expiresAt);
  }

  record View(
      String sessionId,
      String reference,
      State state,
      long authorizedAmount,
      long committedAmount,
      boolean confirmed,
      @Nullable String refusal,
      @Nullable Instant expiresAt) {}
}
