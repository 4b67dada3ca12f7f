package dev.holdfast.authorization.stripe;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.Secret;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The one Stripe account of this deployment; without a secret key Stripe is not offered. */
@ConfigMapping(prefix = "holdfast.stripe")
public interface StripeSettings {
  /** Base URL, up to and without {@code /v1}. */
  @WithDefault("https://api.stripe.com")
  URI url();

  /** The secret or restricted key: a test key in ACCEPTANCE, a live key in PRODUCTION. */
  Optional<Secret<String>> secretKey();

  /** What Stripe signs its callbacks with; without it none is taken, and cards are polled for. */
  Optional<Secret<String>> webhookSecret();

  /** How long one call is waited for; at most, and if not set, the time-out of all gateways. */
  Optional<Duration> timeout();

  /** How often a payment is read while its card is awaited; a callback comes before that. */
  @WithDefault("1s")
  Duration poll();

  /** Connections to Stripe. */
  @WithDefault("128")
  @Min(1)
  @Max(65_000)
  int connections();

  /** Read by terminal-registry only; named here because unknown settings stop the start. */
  Map<String, String> test();

  /** As {@link #test}. */
  Map<String, String> production();

  /** As {@link #test}. */
  Map<String, String> statusPage();
}
