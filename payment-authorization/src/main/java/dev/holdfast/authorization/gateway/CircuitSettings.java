package dev.holdfast.authorization.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When a vendor's cloud is taken for down because it does not answer. */
@ConfigMapping(prefix = "holdfast.gateway.circuit")
public interface CircuitSettings {
  /** After so many calls in a row without an answer. */
  @WithDefault("5")
  int failures();

  /** While it is taken for down, one call is tried each time so much has passed. */
  @WithDefault("10s")
  Duration pause();
}
