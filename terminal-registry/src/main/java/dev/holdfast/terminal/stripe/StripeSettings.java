package dev.holdfast.terminal.stripe;

import dev.holdfast.terminal.core.vendor.VendorEnvironment;
import dev.holdfast.terminal.vendor.StatusPageSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.Secret;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * The account at Stripe. Its address, secret key and time-out are called as in
 * payment-authorization: both may be given one configuration.
 */
@ConfigMapping(prefix = "holdfast.stripe")
interface StripeSettings {
  /** Base address, up to and without {@code /v1}. */
  @WithDefault("https://api.stripe.com")
  URI url();

  /** The key that payments are made with; its prefix tells the mode that it is for. */
  Optional<Secret<String>> secretKey();

  Mode test();

  Mode production();

  /** How long an answer is waited for. */
  @WithDefault("5s")
  Duration timeout();

  StatusPage statusPage();

  /** Read by payment-authorization only; named here because unknown settings stop the start. */
  Optional<Secret<String>> webhookSecret();

  /** As {@link #webhookSecret}. */
  Optional<String> poll();

  /** As {@link #webhookSecret}. */
  Optional<String> connections();

  /** As {@link #webhookSecret}. */
  Optional<String> requestsPerSecond();

  /** As {@link #webhookSecret}. */
  Optional<String> requestsPerEndpoint();

  /** The settings of one mode. */
  default Mode of(VendorEnvironment mode) {
    return switch (mode) {
      case TEST -> test();
      case PRODUCTION -> production();
    };
  }

  /** One mode of the account. */
  interface Mode {
    /** A key to read readers with in this mode; where there is none, the account's may do. */
    Optional<Secret<String>> secretKey();
  }

  /** A page with the common JSON; Stripe's own page has another, so there is no default for it. */
  interface StatusPage extends StatusPageSettings {
    @Override
    @WithDefault("Terminal")
    String testComponent();

    @Override
    @WithDefault("Terminal")
    String productionComponent();
  }
}
