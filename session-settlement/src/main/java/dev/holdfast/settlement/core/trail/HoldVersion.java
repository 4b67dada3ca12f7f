package dev.holdfast.settlement.core.trail;

import dev.holdfast.settlement.core.payment.Reference;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What one version of an authorization tells for the trail.
 *
 * @param change null where the attempts say it all
 */
public record HoldVersion(
    Reference reference,
    long version,
    Request request,
    List<Attempt> attempts,
    @Nullable Change change) {

  /** The list is copied. */
  public HoldVersion {
    attempts = List.copyOf(attempts);
  }

  /** How much was to be held, and where. */
  public record Request(Money amount, String terminalSerial) {}

  /** One attempt at the gateway, and how it was answered. */
  public record Attempt(int number, Call call, Answer answer) {}

  /** What the gateway was asked to do, and when. */
  public record Call(CallKind kind, Money amount, Instant at) {}

  /** What the bank said, and why. */
  public record Answer(AnswerKind kind, @Nullable String reason) {}

  /** What this version changed. */
  public record Change(ChangeKind kind, Instant at, Amounts amounts, Circumstances circumstances) {}

  /** How the money stands after the change. */
  public record Amounts(Money authorized, Money captured, Money released, Money refunded) {}

  /** Why it was so, why a person must look, and until when the hold stands. */
  public record Circumstances(
      @Nullable String reason, @Nullable String attention, @Nullable Instant expiresAt) {}

  /** What an attempt can be. */
  public enum CallKind {
    AUTHORIZE,
    CAPTURE,
    OVER_COMMIT,
    WHOLE,
    HOLD,
    RELEASE,
    REFUND,
    /** One that only a newer version knows. */
    UNRECOGNIZED
  }

  /** How an attempt can be answered. */
  public enum AnswerKind {
    APPROVED,
    REFUSED,
    UNKNOWN
  }

  /** What a version can change, and no attempt says. */
  public enum ChangeKind {
    HELD(TrailStep.Kind.HELD),
    DECLINED(TrailStep.Kind.DECLINED),
    ABANDONED(TrailStep.Kind.ABANDONED),
    EXPIRING(TrailStep.Kind.EXPIRING),
    EXPIRED(TrailStep.Kind.EXPIRED),
    CAPTURED(TrailStep.Kind.CAPTURED),
    CAPTURE_FAILED(TrailStep.Kind.CAPTURE_FAILED),
    RELEASED(TrailStep.Kind.RELEASED),
    REFUNDED(TrailStep.Kind.REFUNDED),
    ATTENTION(TrailStep.Kind.HOLD_NEEDS_ATTENTION);

    private final TrailStep.Kind step;

    ChangeKind(TrailStep.Kind step) {
      this.step = step;
    }

    TrailStep.Kind step() {
      return step;
    }
  }
}
