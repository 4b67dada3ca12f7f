package dev.holdfast.authorization.kafka.consume;

import dev.holdfast.authorization.core.Authorization;
import dev.holdfast.authorization.core.Card;
import dev.holdfast.authorization.core.Environment;
import dev.holdfast.authorization.core.Hold;
import dev.holdfast.authorization.core.ReleaseCause;
import dev.holdfast.authorization.core.Tap;
import dev.holdfast.authorization.core.attempt.Attempt;
import dev.holdfast.authorization.core.attempt.AttemptHistory;
import dev.holdfast.authorization.core.attempt.Attention;
import dev.holdfast.authorization.core.attempt.DeclineKind;
import dev.holdfast.authorization.core.attempt.Kind;
import dev.holdfast.authorization.core.attempt.Outcome;
import dev.holdfast.authorization.core.attempt.Rung;
import dev.holdfast.contracts.MoneyCodec;
import dev.holdfast.delivery.Unacceptable;
import dev.holdfast.events.AttemptKind;
import dev.holdfast.events.AuthorizationChange;
import dev.holdfast.events.AuthorizationChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A record of authorizations.v1 as the state that it was made of. An attempt that was written and
 * one without an answer are said alike, so both are UNKNOWN here.
 *
 * @param cardTimeout how long the driver had, which no record tells
 */
record AuthorizationRecord(AuthorizationChanged said, Duration cardTimeout) {
  private static final int MILLIS_SHIFT = 16;

  /**
   * The state.
   *
   * @throws Unacceptable if it cannot be made of this record
   */
  Authorization toState() {
    var tap = tap();
    var history = history();
    return switch (said.getStatus()) {
      case AWAITING_CARD -> new Authorization.AwaitingCard(tap, history);
      case AUTHORIZING -> new Authorization.Authorizing(tap, history, card());
      case HELD ->
          new Authorization.Held(
              tap, history, hold(), said.getChange() == AuthorizationChange.EXPIRING);
      case DECLINED -> new Authorization.Declined(tap, history, card(), declineKind(), reason());
      case ABANDONED -> new Authorization.Abandoned(tap, history, reason());
      case CAPTURING -> {
        var left = said.getAttemptsLeft().stream();
        yield new Authorization.Capturing(
            tap,
            history,
            hold(),
            left.map(each -> new Rung(kind(each.getKind()), money(each.getAmount()))).toList());
      }
      case CAPTURED ->
          new Authorization.Captured(
              tap, history, hold(), money(said.getCaptured()), money(said.getRefunded()));
      case CAPTURE_FAILED -> givenBack(tap, history, ReleaseCause.CAPTURE_FAILED);
      case RELEASING, RELEASED -> givenBack(tap, history, ReleaseCause.NOT_NEEDED);
      case EXPIRED -> givenBack(tap, history, ReleaseCause.EXPIRED);
      case REFUNDING ->
          new Authorization.Refunding(
              tap, history, hold(), money(said.getCaptured()), money(said.getRefunded()));
      case UNRECOGNIZED -> throw tooNew("status");
    };
  }

  private Authorization givenBack(Tap tap, AttemptHistory history, ReleaseCause cause) {
    return Authorization.givenBack(tap, history, hold(), cause, said.getReason());
  }

  private DeclineKind declineKind() {
    var kind = said.getDeclineKind();
    return kind == null ? DeclineKind.OTHER : DeclineKind.valueOf(kind.name());
  }

  /** Of what a person must look at a record tells the words. */
  private List<Attention> attentions() {
    var words = said.getAttention();
    return words == null
        ? List.of()
        : List.of(new Attention(1, Attention.Cause.OTHER, words, said.getOccurredAt(), null));
  }

  private Tap tap() {
    var reference = UUID.fromString(said.getReference());
    // A reference begins with the moment of the tap.
    var at = Instant.ofEpochMilli(reference.getMostSignificantBits() >>> MILLIS_SHIFT);
    return new Tap(
        reference,
        environment(),
        new Tap.Reader(said.getTerminalSerial(), told("vendor", said.getVendor()), said.getCpoId()),
        said.getEvseId(),
        said.getOverCommit(),
        money(said.getRequested()),
        at,
        at.plus(cardTimeout));
  }

  private Environment environment() {
    return switch (said.getEnvironment()) {
      case ACCEPTANCE -> Environment.ACCEPTANCE;
      case PRODUCTION -> Environment.PRODUCTION;
      case UNRECOGNIZED -> throw tooNew("environment");
    };
  }

  private AttemptHistory history() {
    var settled = said.getSettlementVersion();
    return new AttemptHistory(
        said.getVersion(),
        said.getAttempts().stream().map(AuthorizationRecord::attempt).toList(),
        settled == null ? 0 : settled,
        attentions());
  }

  private static Attempt attempt(dev.holdfast.events.Attempt attempt) {
    var outcome =
        switch (attempt.getOutcome()) {
          case APPROVED -> Outcome.APPROVED;
          case REFUSED -> Outcome.REFUSED;
          case UNKNOWN -> Outcome.UNKNOWN;
        };
    return new Attempt(
        attempt.getNumber(),
        kind(attempt.getKind()),
        money(attempt.getAmount()),
        outcome,
        attempt.getGatewayReference(),
        attempt.getReason(),
        attempt.getAt(),
        0,
        null,
        null,
        attempt.getMoved() == null ? null : money(attempt.getMoved()));
  }

  private Card card() {
    var card = said.getCard();
    return card == null ? new Card(null, null) : new Card(card.getScheme(), card.getLastFour());
  }

  /** The hold's name at the gateway is that of the attempt that placed it. */
  private Hold hold() {
    String name =
        said.getAttempts().stream()
            .filter(attempt -> attempt.getKind() == AttemptKind.AUTHORIZE)
            .map(dev.holdfast.events.Attempt::getGatewayReference)
            .reduce(null, (first, last) -> last);
    return new Hold(
        card(),
        money(said.getAuthorized()),
        told("attempts: the gatewayReference of AUTHORIZE", name),
        told("expiresAt", said.getExpiresAt()));
  }

  private String reason() {
    return told("reason", said.getReason());
  }

  private static Kind kind(AttemptKind kind) {
    return switch (kind) {
      case AUTHORIZE -> Kind.AUTHORIZE;
      case CAPTURE -> Kind.CAPTURE;
      case OVER_COMMIT -> Kind.OVER_COMMIT;
      case WHOLE -> Kind.WHOLE;
      case HOLD -> Kind.HOLD;
      case RELEASE -> Kind.RELEASE;
      case REFUND -> Kind.REFUND;
      case UNRECOGNIZED -> throw tooNew("attempts.kind");
    };
  }

  private static Money money(dev.holdfast.events.Money money) {
    return MoneyCodec.fromAvro(money);
  }

  private static <T> T told(String field, @Nullable T value) {
    if (value == null) {
      throw new Unacceptable(field + ": is missing, and the row cannot be made without it");
    }
    return value;
  }

  private static Unacceptable tooNew(String field) {
    return new Unacceptable(
        field + ": one that this version does not know; update this service, then start it again");
  }
}
