package dev.holdfast.settlement.due;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How long is waited for what may never come. */
@ConfigMapping(prefix = "holdfast.settlement")
interface DeadlineSettings {
  /** How long a closed session waits for its hold before a person is asked. */
  @WithDefault("1h")
  Duration waitForHold();

  /**
   * How long a hold waits for a start; unset: for ever, for not every platform publishes starts.
   */
  Optional<Duration> waitForStart();

  /** How long before its end a hold is released whose session has not closed. */
  @WithDefault("10m")
  Duration releaseBeforeExpiry();

  /** How often is looked for what is due. */
  @WithDefault("1s")
  Duration sweep();
}
