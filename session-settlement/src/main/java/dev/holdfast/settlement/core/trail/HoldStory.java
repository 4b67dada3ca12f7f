package dev.holdfast.settlement.core.trail;

import static java.util.Comparator.comparingLong;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What versions of an authorization tell for the trail.
 *
 * @param version the newest of them, whose request and attempts these are
 * @param changes in the order of the versions that made them
 */
public record HoldStory(
    long version, Request request, List<Attempt> attempts, List<Change> changes) {

  /** The lists are copied. */
  public HoldStory {
    attempts = List.copyOf(attempts);
    changes = List.copyOf(changes);
  }

  /** With what other versions tell, whichever came first. */
  public HoldStory with(HoldStory other) {
    HoldStory newest = other.version > version ? other : this;
    List<Change> all =
        Stream.concat(changes.stream(), other.changes.stream())
            .distinct()
            .sorted(comparingLong(Change::version))
            .toList();
    return new HoldStory(newest.version, newest.request, newest.attempts, all);
  }

  /** How much was to be held, and where. */
  public record Request(Money amount, String terminalSerial) {}

  /** One attempt at the gateway, and how it was answered. */
  public record Attempt(int number, Call call, Answer answer) {}

  /** What the gateway was asked to do, and when. */
  public record Call(CallKind kind, Money amount, Instant at) {}

  /** What the bank said, and why. */
  public record Answer(AnswerKind kind, @Nullable String reason) {}

  /** What a version changed. */
  public record Change(
      long version, ChangeKind kind, Instant at, Amounts amounts, Circumstances circumstances) {}

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
