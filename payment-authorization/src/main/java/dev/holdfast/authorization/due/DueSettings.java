package dev.holdfast.authorization.due;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
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
}
