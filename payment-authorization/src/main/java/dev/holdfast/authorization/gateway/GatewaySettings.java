package dev.holdfast.authorization.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long gateways are waited for. */
@ConfigMapping(prefix = "holdfast.gateway")
public interface GatewaySettings {
  /** A call without an answer after this is unknown: longer than a card's bank usually takes. */
  @WithDefault("10s")
  @DurationMin(millis = 100)
  @DurationMax(minutes = 2)
  Duration timeout();
}
