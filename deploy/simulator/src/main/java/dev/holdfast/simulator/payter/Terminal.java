package dev.holdfast.simulator.payter;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A terminal as the facts have made it; changed by facts only, and under the clouds' lock. */
final class Terminal {
  private final Deque<Card> waitingCards = new ArrayDeque<>();
  private final Map<String, CardSession> sessions = new LinkedHashMap<>();
  private final Map<String, CardSession> byReference = new LinkedHashMap<>();
  private final Map<String, String> sessionIdByRefund = new HashMap<>();
  private TerminalSettings settings;
  private State state = State.IDLE;
  private long startedMinorUnits;
  private @Nullable CallbackUrl callbackUrl;
  private @Nullable String latestCardId;
  private @Nullable ReadCard readCard;

  /** Sessions live on in the cloud, so a terminal with an open session is IDLE again. */
  enum State {
    IDLE,
    READY,
    CARD_READING
  }

  record ReadCard(String cardId, Card card) {}

  Terminal(TerminalSettings settings) {
    this.settings = settings;
  }

  void apply(Fact fact) {
    switch (fact) {
      case Fact.SetUp setUp -> settings = setUp.settings();
      case Fact.Tapped tapped -> waitingCards.add(tapped.card());
      case Fact.Started started -> {
        state = State.CARD_READING;
        startedMinorUnits = started.minorUnits();
        callbackUrl = started.callbackUrl();
        latestCardId = null;
      }
      case Fact.CardRead read -> {
        state = State.READY;
        readCard = new ReadCard(read.cardId(), waitingCards.remove());
        latestCardId = read.cardId();
      }
      case Fact.Stopped _ -> {
        var _ = takeCardAway();
        latestCardId = null;
      }
      case Fact.Authorized granted ->
          keep(
              CardSession.authorized(
                  Opening.of(granted, takeCardAway().orElseThrow(), callbackUrl)));
      case Fact.Declined declined ->
          keep(
              CardSession.declined(
                  Opening.of(declined, takeCardAway().orElseThrow(), callbackUrl)));
      case Fact.Accepted accepted -> keep(known(accepted.sessionId()).accepted(accepted.order()));
      case Fact.Committed committed ->
          keep(known(committed.sessionId()).committed(committed.minorUnits()));
      case Fact.Cancelled cancelled -> keep(known(cancelled.sessionId()).cancelled());
      case Fact.RefusedLater refused -> keep(known(refused.sessionId()).refused(refused.code()));
      case Fact.Refunded refunded -> {
        sessionIdByRefund.put(refunded.refund().reference(), refunded.sessionId());
        keep(known(refunded.sessionId()).refunded(refunded.refund()));
      }
    }
  }

  private void keep(CardSession session) {
    sessions.put(session.names().sessionId(), session);
    byReference.put(session.names().reference(), session);
  }

  private Optional<Card> takeCardAway() {
    Optional<Card> card = readCard().map(ReadCard::card);
    state = State.IDLE;
    readCard = null;
    return card;
  }

  private CardSession known(String sessionId) {
    return Objects.requireNonNull(sessions.get(sessionId), sessionId);
  }

  TerminalSettings settings() {
    return settings;
  }

  State state() {
    return state;
  }

  boolean cardWaits() {
    return state == State.CARD_READING && !waitingCards.isEmpty();
  }

  long startedMinorUnits() {
    return startedMinorUnits;
  }

  @Nullable CallbackUrl callbackUrl() {
    return callbackUrl;
  }

  /** False for a card of an earlier start, or of one that was stopped. */
  boolean latestStartRead(String cardId) {
    return cardId.equals(latestCardId);
  }

  Optional<ReadCard> readCard() {
    return Optional.ofNullable(readCard);
  }

  Optional<CardSession> session(String sessionId) {
    return Optional.ofNullable(sessions.get(sessionId));
  }

  Optional<CardSession> sessionOf(String reference) {
    return Optional.ofNullable(byReference.get(reference));
  }

  Optional<CardSession> sessionRefundedBy(String reference) {
    return Optional.ofNullable(sessionIdByRefund.get(reference)).flatMap(this::session);
  }

  /** Sessions whose end was accepted while the terminal was offline. */
  List<CardSession> waitingSessions() {
    return sessions.values().stream().filter(session -> session.waiting() != null).toList();
  }
}
