package dev.holdfast.simulator.payter;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An order to go wrong.
 *
 * @param serial only at this terminal; null at each
 * @param times for so many calls; null without end
 * @param probability of each call, 0 to 1
 * @param delayMillis how late ANSWER_LATE and ACT_LATE are
 */
record Fault(
    Route.Operation operation,
    Kind kind,
    @Nullable String serial,
    @Nullable Integer times,
    double probability,
    long delayMillis) {
  private static final long TEN_SECONDS_MILLIS = 10_000;
  private static final long LONGEST_MILLIS = 600_000;

  /** What goes wrong. */
  enum Kind {
    /** Acts at once, answers after the delay; a callback is sent after it. */
    ANSWER_LATE,
    /** Acts, then closes the connection without an answer. */
    ACT_THEN_DROP,
    /** Closes the connection at once, and acts after the delay, whatever has happened since. */
    ACT_LATE,
    /** Closes the connection without acting; a callback is never sent. */
    DROP,
    /** Answers 500 without acting. */
    SERVER_ERROR,
    /** Answers 402, the word of a bank, without acting. */
    REFUSE,
    /** Sends a callback a second time, right after the first. */
    DUPLICATE;

    /** A callback has no answer of the cloud's, and nothing else comes unasked, let alone twice. */
    boolean fits(Route.Operation operation) {
      boolean callback = operation == Route.Operation.CALLBACK;
      return switch (this) {
        case ANSWER_LATE, DROP -> true;
        case ACT_THEN_DROP, ACT_LATE, SERVER_ERROR, REFUSE -> !callback;
        case DUPLICATE -> callback;
      };
    }
  }

  Fault {
    if (!kind.fits(operation)) {
      throw Refused.badInput(
          "kind %s makes no sense for %s. Use one of %s."
              .formatted(
                  kind,
                  operation,
                  Arrays.stream(Kind.values()).filter(each -> each.fits(operation)).toList()));
    }
    if (times != null && times < 1) {
      throw Refused.badInput("times must be 1 or more.");
    }
    if (!(probability > 0 && probability <= 1)) {
      throw Refused.badInput("probability must be above 0 and at most 1.");
    }
    if (delayMillis < 0 || delayMillis > LONGEST_MILLIS) {
      throw Refused.badInput("delayMillis must be 0 to " + LONGEST_MILLIS + ".");
    }
  }

  /** Without times and probability it is the next call that goes wrong. */
  @JsonCreator
  static Fault of(
      @JsonProperty("operation") Route.@Nullable Operation operation,
      @JsonProperty("kind") @Nullable Kind kind,
      @JsonProperty("serial") @Nullable String serial,
      @JsonProperty("times") @Nullable Integer times,
      @JsonProperty("probability") @Nullable Double probability,
      @JsonProperty("delayMillis") @Nullable Long delayMillis) {
    if (operation == null || kind == null) {
      throw Refused.badInput("operation and kind are needed, e.g. COMMIT and ANSWER_LATE.");
    }
    return new Fault(
        operation,
        kind,
        serial,
        times == null && probability == null ? Integer.valueOf(1) : times,
        probability == null ? 1 : probability,
        delayMillis == null ? TEN_SECONDS_MILLIS : delayMillis);
  }

  boolean hits(Route.Operation called, String terminal, double drawn) {
    return operation == called
        && (serial == null || serial.equals(terminal))
        && drawn < probability;
  }

  /** What is left of it after one use. */
  Optional<Fault> used() {
    if (times == null) {
      return Optional.of(this);
    }
    return times == 1
        ? Optional.empty()
        : Optional.of(new Fault(operation, kind, serial, times - 1, probability, delayMillis));
  }
}
