package dev.holdfast.authorization.rest;

import dev.holdfast.authorization.ShowHolds.Shown;
import dev.holdfast.authorization.core.Authorization.Held;
import dev.holdfast.authorization.core.Card;
import dev.holdfast.authorization.core.Environment;
import dev.holdfast.authorization.core.Hold;
import dev.holdfast.authorization.core.Status;
import dev.holdfast.authorization.core.Summary;
import dev.holdfast.authorization.core.attempt.Attempt;
import dev.holdfast.authorization.core.attempt.Attention;
import dev.holdfast.authorization.core.attempt.DeclineKind;
import dev.holdfast.authorization.core.attempt.Kind;
import dev.holdfast.authorization.core.attempt.Outcome;
import dev.holdfast.doors.Amount;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An authorization as it is shown; the fields mean what they mean on authorizations.v1.
 *
 * @param expiresAt when the hold lapses; null until it is granted
 * @param expiring has it been said that the hold nears its end?
 * @param declineKind what sort of refusal it was; null where the bank did not say no
 * @param attention why a person must look at it; null while none must
 * @param attentions all that a person must look at, or has looked at; the stream does not tell it
 */
@Schema(
    examples =
        """
        {"reference": "019ac2b4-6a3c-7d20-9c52-3f6a1be0c111", "version": 3, "status": "HELD",
         "changedAt": "2026-06-01T08:15:33Z", "environment": "ACCEPTANCE",
         "terminalSerial": "P68260000900017", "cpoId": "NL-HLD", "evseId": "NL*HLD*E1",
         "overCommit": false, "requestedAt": "2026-06-01T08:15:30Z",
         "requested": {"minorUnits": 5000, "currency": "EUR"},
         "authorized": {"minorUnits": 5000, "currency": "EUR"},
         "captured": {"minorUnits": 0, "currency": "EUR"},
         "released": {"minorUnits": 0, "currency": "EUR"},
         "refunded": {"minorUnits": 0, "currency": "EUR"},
         "expiresAt": "2026-06-03T08:15:33Z", "expiring": false,
         "card": {"scheme": "VISA", "lastFour": "4242"},
         "attempts": [
           {"number": 1, "kind": "AUTHORIZE", "outcome": "APPROVED",
            "amount": {"minorUnits": 5000, "currency": "EUR"},
            "gatewayReference": "7f3a", "at": "2026-06-01T08:15:33Z"}]}
        """)
record AuthorizationAnswer(
    UUID reference,
    long version,
    Status status,
    Instant changedAt,
    Environment environment,
    String terminalSerial,
    String cpoId,
    String evseId,
    boolean overCommit,
    Instant requestedAt,
    Amount requested,
    Amount authorized,
    Amount captured,
    Amount released,
    Amount refunded,
    @Nullable Instant expiresAt,
    boolean expiring,
    @Nullable DeclineKind declineKind,
    @Nullable String reason,
    @Nullable String attention,
    @Nullable List<AttentionAnswer> attentions,
    @Nullable Card card,
    List<AttemptAnswer> attempts,
    @Nullable Long settlementVersion) {

  /** A call to the gateway; SENT is written, but not answered yet. */
  record AttemptAnswer(
      int number,
      Kind kind,
      Amount amount,
      Outcome outcome,
      @Nullable String gatewayReference,
      @Nullable String reason,
      Instant at) {
    static AttemptAnswer of(Attempt attempt) {
      return new AttemptAnswer(
          attempt.number(),
          attempt.kind(),
          Amount.of(attempt.amount()),
          attempt.outcome(),
          attempt.gatewayReference(),
          attempt.reason(),
          attempt.at());
    }
  }

  /** Something that a person must look at; seenBy, note and seenAt are null while nobody has. */
  record AttentionAnswer(
      int number,
      Attention.Cause cause,
      String words,
      Instant since,
      @Nullable String seenBy,
      @Nullable String note,
      @Nullable Instant seenAt) {
    static AttentionAnswer of(Attention attention) {
      var seen = attention.seen();
      return new AttentionAnswer(
          attention.number(),
          attention.cause(),
          attention.words(),
          attention.since(),
          seen == null ? null : seen.by(),
          seen == null ? null : seen.note(),
          seen == null ? null : seen.at());
    }
  }

  static AuthorizationAnswer of(Shown shown) {
    var state = shown.state();
    var tap = state.tap();
    var history = state.history();
    var summary = Summary.of(state);
    return new AuthorizationAnswer(
        tap.reference(),
        history.version(),
        summary.status(),
        shown.changedAt(),
        tap.environment(),
        tap.reader().serial(),
        tap.reader().cpoId(),
        tap.evseId(),
        tap.overCommit(),
        tap.at(),
        Amount.of(tap.requested()),
        Amount.of(summary.authorized()),
        Amount.of(summary.captured()),
        Amount.of(summary.released()),
        Amount.of(summary.refunded()),
        Optional.ofNullable(summary.hold()).map(Hold::expiresAt).orElse(null),
        state instanceof Held held && held.expiring(),
        summary.decline(),
        summary.reason(),
        history.attention(),
        history.attentions().stream().map(AttentionAnswer::of).toList(),
        summary.card(),
        history.attempts().stream().map(AttemptAnswer::of).toList(),
        history.settlementVersion() == 0 ? null : history.settlementVersion());
  }

  /** Does the driver still wait for an answer? */
  boolean isUndecided() {
    return status.isUndecided();
  }
}
