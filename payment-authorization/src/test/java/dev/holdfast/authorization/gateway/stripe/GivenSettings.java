package dev.holdfast.authorization.gateway.stripe;

import io.smallrye.config.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Settings that a test gives; nothing listens at the address. */
record GivenSettings(Optional<Secret<String>> secretKey, Duration poll) implements StripeSettings {
  /** A secret in a test. */
  record Given(String get) implements Secret<String> {}

  @Override
  public URI url() {
    return URI.create("http://127.0.0.1:1");
  }

  @Override
  public Optional<Secret<String>> webhookSecret() {
    return Optional.empty();
  }

  @Override
  public Optional<Duration> timeout() {
    return Optional.empty();
  }

  @Override
  public int connections() {
    return 1;
  }
}
