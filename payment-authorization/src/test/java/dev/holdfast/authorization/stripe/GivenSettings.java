package dev.holdfast.authorization.stripe;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Settings as the service reads them, where they are not its own. */
final class GivenSettings {
  private GivenSettings() {}

  static StripeSettings of(Map<String, String> given) {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(StripeSettings.class)
        .withDefaultValues(given)
        .build()
        .getConfigMapping(StripeSettings.class);
  }
}
