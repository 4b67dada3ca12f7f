package dev.holdfast.authorization.due;

import dev.holdfast.authorization.core.Rules;
import dev.holdfast.authorization.core.Timetable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How payments are waited for, looked up and shared between instances. */
@ConfigMapping(prefix = "holdfast.authorization")
public interface DueSettings {
  /** How long a driver may take to present a card. */
  @WithDefault("60s")
  @DurationMin(seconds = 1)
  @DurationMax(minutes = 30)
  Duration cardTimeout();

  /** How long one request to the gateway waits for a card; at most 60 s. */
  @WithDefault("10s")
  @DurationMin(seconds = 1)
  @DurationMax(seconds = 60)
  Duration cardPoll();

  /** Before an attempt without an answer is looked up for the first time. */
  @WithDefault("2s")
  @DurationMin(millis = 1)
  @DurationMax(hours = 1)
  Duration firstLookUp();

  /**
   * How long a call that nobody waits for any more may still be on its way: a look-up that finds
   * nothing is certain after that.
   */
  @WithDefault("60s")
  @DurationMin(seconds = 0)
  @DurationMax(hours = 1)
  Duration settle();

  /** How long after a driver's time the terminal is kept, and a hold that comes still of use. */
  @WithDefault("60s")
  @DurationMin(seconds = 1)
  @DurationMax(minutes = 30)
  Duration grace();

  /** How long a hold may live that nobody was told of: so long it is looked for. */
  @WithDefault("30d")
  @DurationMin(hours = 1)
  @DurationMax(days = 60)
  Duration watch();

  /**
   * By CPO, the least share of what was asked for, in percent, that a hold must have; else it is
   * given back, and the driver is told that the card does not do.
   */
  Map<String, @Min(0) @Max(100) Integer> leastHold();

  /** How long before a hold's end the platform is told that it nears, so that it can stop. */
  @WithDefault("30m")
  @DurationMin(seconds = 0)
  @DurationMax(days = 7)
  Duration expiryNotice();

  /**
   * How often this instance looks for due work that nobody woke it for; the timer's least is 1 s.
   */
  @WithDefault("1s")
  @DurationMin(seconds = 1)
  @DurationMax(minutes = 1)
  Duration sweep();

  /** How many calls that move money this instance has under way. */
  @WithDefault("64")
  @Min(1)
  @Max(10_000)
  int calls();

  /** How many decisions that are due at the same time one transaction takes. */
  @WithDefault("500")
  @Min(1)
  @Max(5_000)
  int writtenTogether();

  /** How long decisions may wait to be written before no more taps are let in. */
  @WithDefault("10s")
  @DurationMin(seconds = 1)
  @DurationMax(minutes = 1)
  Duration longestQueue();

  /** How many terminals this instance takes over from instances that stopped. */
  @WithDefault("256")
  @Min(1)
  @Max(10_000)
  int cardsTakenOver();

  /** The longest that a request may wait for its hold. */
  @WithDefault("120s")
  @DurationMin(seconds = 1)
  @DurationMax(minutes = 10)
  Duration longestWait();

  /** What the rules are set to. */
  default Rules rules() {
    return new Rules(
        new Timetable(firstLookUp(), expiryNotice(), settle(), grace(), watch()), leastHold());
  }
}
