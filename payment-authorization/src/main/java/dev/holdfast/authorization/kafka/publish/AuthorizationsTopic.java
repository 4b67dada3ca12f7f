package dev.holdfast.authorization.kafka.publish;

import dev.holdfast.authorization.core.Authorization;
import dev.holdfast.authorization.core.Authorization.Capturing;
import dev.holdfast.authorization.core.Change;
import dev.holdfast.authorization.core.Decision.Changed;
import dev.holdfast.authorization.core.Environment;
import dev.holdfast.authorization.core.Status;
import dev.holdfast.authorization.core.Summary;
import dev.holdfast.authorization.core.admission.RequestKey;
import dev.holdfast.authorization.core.attempt.Attempt;
import dev.holdfast.authorization.core.attempt.DeclineKind;
import dev.holdfast.authorization.core.attempt.Kind;
import dev.holdfast.authorization.core.attempt.Outcome;
import dev.holdfast.contracts.MoneyCodec;
import dev.holdfast.contracts.Topic;
import dev.holdfast.delivery.Event;
import dev.holdfast.events.AttemptKind;
import dev.holdfast.events.AttemptLeft;
import dev.holdfast.events.AttemptOutcome;
import dev.holdfast.events.AuthorizationChange;
import dev.holdfast.events.AuthorizationChanged;
import dev.holdfast.events.AuthorizationStatus;
import dev.holdfast.events.Card;
import dev.holdfast.events.HoldRequest;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says every version of an authorization on authorizations.v1. */
public final class AuthorizationsTopic {
  private AuthorizationsTopic() {}

  /** The record of one change, with the whole state after it. */
  public static Event event(Changed changed, Instant at) {
    return event(changed.next(), at, record(changed.next(), changed.change(), at).build());
  }

  /** The record of a hold that is asked for, by a request that may have a name of its own. */
  public static Event requested(Authorization state, @Nullable RequestKey key) {
    var at = state.tap().at();
    var request = key == null ? null : request(key);
    return event(state, at, record(state, Change.REQUESTED, at).setRequest(request).build());
  }

  private static Event event(Authorization state, Instant at, AuthorizationChanged record) {
    return Event.ofVersion(
        Topic.AUTHORIZATIONS,
        state.tap().reference().toString(),
        state.history().version(),
        at,
        record);
  }

  private static HoldRequest request(RequestKey key) {
    return new HoldRequest(key.key(), ByteBuffer.wrap(HexFormat.of().parseHex(key.digest())));
  }

  private static AuthorizationChanged.Builder record(
      Authorization state, Change change, Instant at) {
    var tap = state.tap();
    var history = state.history();
    var summary = Summary.of(state);
    var hold = summary.hold();
    return AuthorizationChanged.newBuilder()
        .setReference(tap.reference().toString())
        .setVersion(history.version())
        .setOccurredAt(at)
        .setChange(change(change))
        .setStatus(status(summary.status()))
        .setEnvironment(environment(tap.environment()))
        .setTerminalSerial(tap.reader().serial())
        .setVendor(tap.reader().vendor())
        .setCpoId(tap.reader().cpoId())
        .setEvseId(tap.evseId())
        .setOverCommit(tap.overCommit())
        .setRequested(MoneyCodec.toAvro(tap.requested()))
        .setAuthorized(MoneyCodec.toAvro(summary.authorized()))
        .setCaptured(MoneyCodec.toAvro(summary.captured()))
        .setReleased(MoneyCodec.toAvro(summary.released()))
        .setRefunded(MoneyCodec.toAvro(summary.refunded()))
        .setExpiresAt(hold == null ? null : hold.expiresAt())
        .setReason(summary.reason())
        .setDeclineKind(declineKind(summary.decline()))
        .setAttention(history.attention())
        .setCard(
            Optional.ofNullable(summary.card())
                .map(card -> new Card(card.scheme(), card.lastFour()))
                .orElse(null))
        .setAttempts(history.attempts().stream().map(AuthorizationsTopic::attempt).toList())
        .setSettlementVersion(history.settlementVersion() == 0 ? null : history.settlementVersion())
        .setAttemptsLeft(left(state));
  }

  private static List<AttemptLeft> left(Authorization state) {
    return state instanceof Capturing capturing
        ? capturing.rungsLeft().stream()
            .map(rung -> new AttemptLeft(kind(rung.kind()), MoneyCodec.toAvro(rung.amount())))
            .toList()
        : List.of();
  }

  private static dev.holdfast.events.Attempt attempt(Attempt attempt) {
    return dev.holdfast.events.Attempt.newBuilder()
        .setNumber(attempt.number())
        .setKind(kind(attempt.kind()))
        .setAmount(MoneyCodec.toAvro(attempt.amount()))
        .setOutcome(outcome(attempt.outcome()))
        .setGatewayReference(attempt.gatewayReference())
        .setReason(attempt.reason())
        .setAt(attempt.at())
        .setMoved(attempt.moved() == null ? null : MoneyCodec.toAvro(attempt.moved()))
        .build();
  }

  private static AttemptOutcome outcome(Outcome outcome) {
    return switch (outcome) {
      case APPROVED -> AttemptOutcome.APPROVED;
      case REFUSED -> AttemptOutcome.REFUSED;
      case SENT, UNKNOWN -> AttemptOutcome.UNKNOWN;
    };
  }

  private static AttemptKind kind(Kind kind) {
    return switch (kind) {
      case AUTHORIZE -> AttemptKind.AUTHORIZE;
      case CAPTURE -> AttemptKind.CAPTURE;
      case OVER_COMMIT -> AttemptKind.OVER_COMMIT;
      case WHOLE -> AttemptKind.WHOLE;
      case HOLD -> AttemptKind.HOLD;
      case RELEASE -> AttemptKind.RELEASE;
      case REFUND -> AttemptKind.REFUND;
    };
  }

  private static dev.holdfast.events.Environment environment(Environment environment) {
    return switch (environment) {
      case ACCEPTANCE -> dev.holdfast.events.Environment.ACCEPTANCE;
      case PRODUCTION -> dev.holdfast.events.Environment.PRODUCTION;
    };
  }

  private static AuthorizationStatus status(Status status) {
    return switch (status) {
      // The terminal may still read a card, which is what its readers must know.
      case AWAITING_CARD, GIVING_UP -> AuthorizationStatus.AWAITING_CARD;
      case AUTHORIZING -> AuthorizationStatus.AUTHORIZING;
      case HELD -> AuthorizationStatus.HELD;
      case DECLINED -> AuthorizationStatus.DECLINED;
      case ABANDONED -> AuthorizationStatus.ABANDONED;
      case CAPTURING -> AuthorizationStatus.CAPTURING;
      case CAPTURED -> AuthorizationStatus.CAPTURED;
      case CAPTURE_FAILED -> AuthorizationStatus.CAPTURE_FAILED;
      case RELEASING -> AuthorizationStatus.RELEASING;
      case RELEASED -> AuthorizationStatus.RELEASED;
      case EXPIRED -> AuthorizationStatus.EXPIRED;
      case REFUNDING -> AuthorizationStatus.REFUNDING;
    };
  }

  private static dev.holdfast.events.@Nullable DeclineKind declineKind(@Nullable DeclineKind kind) {
    return kind == null
        ? null
        : switch (kind) {
          case PIN_NEEDED -> dev.holdfast.events.DeclineKind.PIN_NEEDED;
          case FUNDS -> dev.holdfast.events.DeclineKind.FUNDS;
          case CARD_BLOCKED -> dev.holdfast.events.DeclineKind.CARD_BLOCKED;
          case EXPIRED_CARD -> dev.holdfast.events.DeclineKind.EXPIRED_CARD;
          case NOT_PERMITTED -> dev.holdfast.events.DeclineKind.NOT_PERMITTED;
          case TRY_OTHER_CARD -> dev.holdfast.events.DeclineKind.TRY_OTHER_CARD;
          case ISSUER_DOWN -> dev.holdfast.events.DeclineKind.ISSUER_DOWN;
          case READ_ERROR -> dev.holdfast.events.DeclineKind.READ_ERROR;
          case OTHER -> dev.holdfast.events.DeclineKind.OTHER;
        };
  }

  private static AuthorizationChange change(Change change) {
    return switch (change) {
      case REQUESTED -> AuthorizationChange.REQUESTED;
      case CARD_READ -> AuthorizationChange.CARD_READ;
      case HELD -> AuthorizationChange.HELD;
      case DECLINED -> AuthorizationChange.DECLINED;
      case ABANDONED -> AuthorizationChange.ABANDONED;
      case CAPTURE_STARTED -> AuthorizationChange.CAPTURE_STARTED;
      case ATTEMPT_ANSWERED -> AuthorizationChange.ATTEMPT_ANSWERED;
      case CAPTURED -> AuthorizationChange.CAPTURED;
      case CAPTURE_FAILED -> AuthorizationChange.CAPTURE_FAILED;
      case RELEASE_STARTED -> AuthorizationChange.RELEASE_STARTED;
      case RELEASED -> AuthorizationChange.RELEASED;
      case EXPIRING -> AuthorizationChange.EXPIRING;
      case EXPIRED -> AuthorizationChange.EXPIRED;
      case REFUND_STARTED -> AuthorizationChange.REFUND_STARTED;
      case REFUNDED -> AuthorizationChange.REFUNDED;
      case ATTENTION -> AuthorizationChange.ATTENTION;
    };
  }
}
