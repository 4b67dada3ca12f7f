package dev.holdfast.authorization.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** When a vendor's cloud is taken for down because it does not answer. */
@ConfigMapping(prefix = "holdfast.gateway.circuit")
public interface CircuitSettings {
  /** After so many calls in a row without an answer. */
  @WithDefault("5")
  @Min(1)
  @Max(10_000)
  int failures();

  /** While it is taken for down, one call is tried each time so much has passed. */
  @WithDefault("10s")
  @DurationMin(millis = 100)
  @DurationMax(minutes = 10)
  Duration pause();
}
