package dev.holdfast.authorization;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How payments are waited for, looked up and shared between instances. */
@ConfigMapping(prefix = "holdfast.authorization")
public interface Settings {
  /** How long a driver may take to present a card. */
  @WithDefault("60s")
  Duration cardTimeout();

  /** How long one request to the gateway waits for a card; at most 60 s. */
  @WithDefault("10s")
  Duration cardPoll();

  /** Before an attempt without an answer is looked up for the first time. */
  @WithDefault("2s")
  Duration firstLookUp();

  /** How long before a hold's end the platform is told that it nears, so that it can stop. */
  @WithDefault("30m")
  Duration expiryNotice();

  /**
   * How often this instance looks for due work that nobody woke it for; the timer's least is 1 s.
   */
  @WithDefault("1s")
  Duration sweep();

  /** How many calls that move money this instance has under way. */
  @WithDefault("64")
  int calls();

  /** How many decisions that are due at the same time one transaction takes. */
  @WithDefault("500")
  int writtenTogether();

  /** How many terminals this instance takes over from instances that stopped. */
  @WithDefault("256")
  int cardsTakenOver();

  /** The longest that a request may wait for its hold. */
  @WithDefault("120s")
  Duration longestWait();
}
