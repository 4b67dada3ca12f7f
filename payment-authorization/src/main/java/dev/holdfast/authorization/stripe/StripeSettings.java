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
import java.util.OptionalInt;

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

  /**
   * How often, at most, a payment is read while its card is awaited; the more drivers wait, the
   * more seldom. A callback comes before that.
   */
  @WithDefault("1s")
  Duration poll();

  /** Requests a second that this instance sends; if not set, Stripe's limit of the key's mode. */
  @Min(1)
  @Max(10_000)
  OptionalInt requestsPerSecond();

  /** Of these, how many to one endpoint: Stripe's limit, if it has not raised the account's. */
  @WithDefault("25")
  @Min(1)
  @Max(10_000)
  int requestsPerEndpoint();

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
