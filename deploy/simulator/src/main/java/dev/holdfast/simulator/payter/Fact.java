package dev.holdfast.simulator.payter;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a terminal; the list of all facts is the whole state of the clouds.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "fact")
@JsonSubTypes({
  @JsonSubTypes.Type(Fact.SetUp.class),
  @JsonSubTypes.Type(Fact.Tapped.class),
  @JsonSubTypes.Type(Fact.Started.class),
  @JsonSubTypes.Type(Fact.CardRead.class),
  @JsonSubTypes.Type(Fact.Stopped.class),
  @JsonSubTypes.Type(Fact.Authorized.class),
  @JsonSubTypes.Type(Fact.AuthorizedForOthers.class),
  @JsonSubTypes.Type(Fact.Declined.class),
  @JsonSubTypes.Type(Fact.Accepted.class),
  @JsonSubTypes.Type(Fact.Committed.class),
  @JsonSubTypes.Type(Fact.Cancelled.class),
  @JsonSubTypes.Type(Fact.RefusedLater.class),
  @JsonSubTypes.Type(Fact.Refunded.class)
})
sealed interface Fact {
  /** Which terminal, in which cloud, when. */
  Where where();

  /** A terminal of a cloud at an instant. */
  record Where(Cloud cloud, String serial, Instant at) {}

  /** The vendor set the terminal up, or its line came or went. */
  record SetUp(Where where, TerminalSettings settings) implements Fact {}

  /** Somebody holds a card to the terminal, which reads it as soon as it is started. */
  record Tapped(Where where, Card card) implements Fact {}

  /** The terminal was asked to read one of these for this amount, and to tell the URL of it. */
  record Started(
      Where where,
      long minorUnits,
      @Nullable CallbackUrl callbackUrl,
      @Nullable List<String> paymentMethods)
      implements Fact {}

  /** The terminal has read the oldest card that waited and is of a kind that it reads. */
  record CardRead(Where where, String cardId) implements Fact {}

  /** Reading ended without a payment. */
  record Stopped(Where where) implements Fact {}

  /** The bank holds the money. */
  record Authorized(
      Where where, Names names, long minorUnits, String authorizationCode, Instant expiresAt)
      implements Fact {}

  /** The bank holds money that another system of the account asked for, which uses no card here. */
  record AuthorizedForOthers(Authorized granted, Card card) implements Fact {
    @Override
    public Where where() {
      return granted.where();
    }
  }

  /** The bank holds nothing. */
  record Declined(Where where, Names names) implements Fact {}

  /** A commit or cancel was taken while the terminal was offline, to be carried out later. */
  record Accepted(Where where, String sessionId, Order order) implements Fact {}

  /** The money was taken; the rest of the hold is free. */
  record Committed(Where where, String sessionId, long minorUnits) implements Fact {}

  /** The hold is free. */
  record Cancelled(Where where, String sessionId) implements Fact {}

  /** The bank refused what had been accepted while the terminal was offline. */
  record RefusedLater(Where where, String sessionId, String code) implements Fact {}

  /** Money that was taken went back to the card holder. */
  record Refunded(Where where, String sessionId, Refund refund) implements Fact {}

  /** The cloud's name of a session, and the caller's. */
  record Names(String sessionId, String reference) {}
}
