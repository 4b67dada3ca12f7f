package dev.holdfast.settlement.due;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** How long is waited for what may never come. */
@ConfigMapping(prefix = "holdfast.settlement")
interface DeadlineSettings {
  /** How long a closed session waits for its hold before a person is asked. */
  @WithDefault("1h")
  Duration waitForHold();

  /** The CPOs whose platform publishes starts; {@code *} for all, unset for none. */
  Optional<Set<String>> publishesStarts();

  /** How long a hold of such a CPO waits for a start. */
  @WithDefault("15m")
  Duration waitForStart();

  /** How long after the tap a hold of any other CPO waits for its session. */
  @WithDefault("24h")
  Duration waitForSession();

  /** How long before its end a hold is released whose session has not closed. */
  @WithDefault("10m")
  Duration releaseBeforeExpiry();

  /** How long a session that began waits for its close once its hold is over. */
  @WithDefault("24h")
  Duration waitForClose();

  /** How long is waited for what was decided to be done. */
  @WithDefault("1h")
  Duration waitForExecution();

  /** How often is looked for what is due. */
  @WithDefault("1s")
  Duration sweep();
}
