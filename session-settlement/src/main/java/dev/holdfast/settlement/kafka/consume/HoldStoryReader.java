package dev.holdfast.settlement.kafka.consume;

import dev.holdfast.events.Attempt;
import dev.holdfast.events.AuthorizationChanged;
import dev.holdfast.settlement.core.trail.HoldStory;
import dev.holdfast.settlement.core.trail.HoldStory.AnswerKind;
import dev.holdfast.settlement.core.trail.HoldStory.CallKind;
import dev.holdfast.settlement.core.trail.HoldStory.ChangeKind;
import java.util.Optional;

/** Reads what an authorization tells for the trail. */
final class HoldStoryReader {
  private HoldStoryReader() {}

  static HoldStory of(AuthorizationChanged changed) {
    var request =
        new HoldStory.Request(
            Checks.amount("requested", changed.getRequested()), changed.getTerminalSerial());
    return new HoldStory(
        changed.getVersion(),
        request,
        changed.getAttempts().stream().map(HoldStoryReader::attempt).toList(),
        kind(changed).map(kind -> change(kind, changed)).stream().toList());
  }

  private static HoldStory.Attempt attempt(Attempt attempt) {
    var call =
        new HoldStory.Call(
            kind(attempt), Checks.amount("attempts.amount", attempt.getAmount()), attempt.getAt());
    return new HoldStory.Attempt(
        attempt.getNumber(), call, new HoldStory.Answer(answer(attempt), attempt.getReason()));
  }

  private static CallKind kind(Attempt attempt) {
    return switch (attempt.getKind()) {
      case AUTHORIZE -> CallKind.AUTHORIZE;
      case CAPTURE -> CallKind.CAPTURE;
      case OVER_COMMIT -> CallKind.OVER_COMMIT;
      case WHOLE -> CallKind.WHOLE;
      case HOLD -> CallKind.HOLD;
      case RELEASE -> CallKind.RELEASE;
      case REFUND -> CallKind.REFUND;
      case UNRECOGNIZED -> CallKind.UNRECOGNIZED;
    };
  }

  private static AnswerKind answer(Attempt attempt) {
    return switch (attempt.getOutcome()) {
      case APPROVED -> AnswerKind.APPROVED;
      case REFUSED -> AnswerKind.REFUSED;
      case UNKNOWN -> AnswerKind.UNKNOWN;
    };
  }

  /** Empty for a version whose attempts say it all. */
  private static Optional<ChangeKind> kind(AuthorizationChanged changed) {
    return switch (changed.getChange()) {
      case HELD -> Optional.of(ChangeKind.HELD);
      case DECLINED -> Optional.of(ChangeKind.DECLINED);
      case ABANDONED -> Optional.of(ChangeKind.ABANDONED);
      case EXPIRING -> Optional.of(ChangeKind.EXPIRING);
      case EXPIRED -> Optional.of(ChangeKind.EXPIRED);
      case CAPTURED -> Optional.of(ChangeKind.CAPTURED);
      case CAPTURE_FAILED -> Optional.of(ChangeKind.CAPTURE_FAILED);
      case RELEASED -> Optional.of(ChangeKind.RELEASED);
      case REFUNDED -> Optional.of(ChangeKind.REFUNDED);
      case ATTENTION -> Optional.of(ChangeKind.ATTENTION);
      case REQUESTED,
          CARD_READ,
          CAPTURE_STARTED,
          ATTEMPT_ANSWERED,
          RELEASE_STARTED,
          REFUND_STARTED,
          UNRECOGNIZED ->
          Optional.empty();
    };
  }

  private static HoldStory.Change change(ChangeKind kind, AuthorizationChanged changed) {
    var amounts =
        new HoldStory.Amounts(
            Checks.amount("authorized", changed.getAuthorized()),
            Checks.amount("captured", changed.getCaptured()),
            Checks.amount("released", changed.getReleased()),
            Checks.amount("refunded", changed.getRefunded()));
    var circumstances =
        new HoldStory.Circumstances(
            changed.getReason(), changed.getAttention(), changed.getExpiresAt());
    return new HoldStory.Change(
        changed.getVersion(), kind, changed.getOccurredAt(), amounts, circumstances);
  }
}
