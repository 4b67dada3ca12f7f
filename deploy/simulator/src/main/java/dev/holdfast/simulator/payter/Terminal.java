package dev.holdfast.simulator.payter;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A terminal as the facts have made it; changed by facts only, and under the clouds' lock. */
final class Terminal {
  private final Deque<Card> waitingCards = new ArrayDeque<>();
  private final Map<String, CardSession> sessions = new LinkedHashMap<>();
  private TerminalSettings settings;
  private TerminalState state = TerminalState.IDLE;
  private long startedMinorUnits;
  private @Nullable CallbackUrl callbackUrl;
  private List<String> paymentMethods = List.of();
  private @Nullable String latestCardId;
  private @Nullable ReadCard readCard;

  record ReadCard(String cardId, Card card) {}

  Terminal(TerminalSettings settings) {
    this.settings = settings;
  }

  void apply(Fact fact) {
    switch (fact) {
      case Fact.SetUp setUp -> settings = setUp.settings();
      case Fact.Tapped tapped -> waitingCards.add(tapped.card());
      case Fact.Started started -> {
        state = TerminalState.READING;
        startedMinorUnits = started.minorUnits();
        callbackUrl = started.callbackUrl();
        paymentMethods = Objects.requireNonNullElse(started.paymentMethods(), List.of());
        latestCardId = null;
      }
      case Fact.CardRead read -> {
        Card card = nextCard().orElseThrow();
        state = TerminalState.CARD;
        waitingCards.remove(card);
        readCard = new ReadCard(read.cardId(), card);
        latestCardId = read.cardId();
      }
      case Fact.Stopped _ -> {
        var _ = takeCardAway();
        latestCardId = null;
      }
      case Fact.Authorized granted ->
          keep(
              CardSession.authorized(
                  Opening.of(
                      granted, takeCardAway().orElseThrow(), startedMinorUnits, callbackUrl)));
      case Fact.AuthorizedForOthers others ->
          keep(
              CardSession.authorized(
                  Opening.of(
                      others.granted(), others.card(), others.granted().minorUnits(), null)));
      case Fact.Declined declined ->
          keep(
              CardSession.declined(
                  Opening.of(
                      declined, takeCardAway().orElseThrow(), startedMinorUnits, callbackUrl)));
      case Fact.Accepted accepted -> keep(known(accepted.sessionId()).accepted(accepted.order()));
      case Fact.Committed committed ->
          keep(known(committed.sessionId()).committed(committed.minorUnits()));
      case Fact.Cancelled cancelled -> keep(known(cancelled.sessionId()).cancelled());
      case Fact.RefusedLater refused -> keep(known(refused.sessionId()).refused(refused.code()));
      case Fact.Refunded refunded -> keep(known(refunded.sessionId()).refunded(refunded.refund()));
    }
  }

  private void keep(CardSession session) {
    sessions.put(session.names().sessionId(), session);
  }

  private Optional<Card> takeCardAway() {
    Optional<Card> card = readCard().map(ReadCard::card);
    state = TerminalState.IDLE;
    readCard = null;
    return card;
  }

  private CardSession known(String sessionId) {
    return Objects.requireNonNull(sessions.get(sessionId), sessionId);
  }

  TerminalSettings settings() {
    return settings;
  }

  TerminalState state() {
    return state;
  }

  /** The card that is read next, if the terminal reads cards and one of the right kind waits. */
  Optional<Card> nextCard() {
    return waitingCards.stream()
        .filter(card -> state == TerminalState.READING && card.medium().isAmong(paymentMethods))
        .findFirst();
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
    return first(session -> session.names().reference().equals(reference));
  }

  Optional<CardSession> sessionRefundedBy(String reference) {
    return first(session ->
        session.refunds().stream().anyMatch(refund -> refund.reference().equals(reference)));
  }

  private Optional<CardSession> first(Predicate<CardSession> wish) {
    return sessions.values().stream().filter(wish).findFirst();
  }

  /** All that were ever opened here, oldest first. */
  List<CardSession> sessions() {
    return List.copyOf(sessions.values());
  }

  /** Sessions whose end was accepted while the terminal was offline. */
  List<CardSession> waitingSessions() {
    return sessions.values().stream().filter(session -> session.waiting() != null).toList();
  }
}
