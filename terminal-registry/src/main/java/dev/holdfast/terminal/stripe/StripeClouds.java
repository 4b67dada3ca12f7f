package dev.holdfast.terminal.stripe;

import dev.holdfast.terminal.core.vendor.CloudAnswer;
import dev.holdfast.terminal.core.vendor.CloudAnswer.Unknown;
import dev.holdfast.terminal.core.vendor.Vendor;
import dev.holdfast.terminal.core.vendor.VendorEnvironment;
import dev.holdfast.terminal.vendor.StatusPageSettings;
import dev.holdfast.terminal.vendor.VendorClouds;
import io.smallrye.config.Secret;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/** The two modes of the account at Stripe; one without a key of that mode is not asked. */
@ApplicationScoped
class StripeClouds implements VendorClouds {
  private final StripeSettings settings;
  private final Optional<StripeMode> test;
  private final Optional<StripeMode> live;
  private final Clock clock;

  StripeClouds(StripeSettings settings, Clock clock) {
    this.settings = settings;
    this.test = mode(VendorEnvironment.TEST, settings, clock);
    this.live = mode(VendorEnvironment.PRODUCTION, settings, clock);
    this.clock = clock;
  }

  @Override
  public Vendor vendor() {
    return Vendor.STRIPE;
  }

  @Override
  public Uni<CloudAnswer> ask(VendorEnvironment cloud, String serial) {
    var asked =
        switch (cloud) {
          case TEST -> test;
          case PRODUCTION -> live;
        };
    return asked
        .map(known -> known.ask(serial))
        .orElseGet(() -> Uni.createFrom().item(() -> notConfigured(cloud)));
  }

  @Override
  public StatusPageSettings statusPage() {
    return settings.statusPage();
  }

  private CloudAnswer notConfigured(VendorEnvironment cloud) {
    return new Unknown(
        clock.instant(),
        "not configured: set holdfast.stripe.%s.secret-key to a secret or restricted key of %s"
            .formatted(cloud.name().toLowerCase(Locale.ROOT), Vendor.STRIPE.cloud(cloud)));
  }

  private static Optional<StripeMode> mode(
      VendorEnvironment mode, StripeSettings settings, Clock clock) {
    return key(mode, settings)
        .map(key -> new StripeMode(settings.url(), key, settings.timeout(), clock));
  }

  /** A key is only sent to the mode that it is of, whatever setting it stands in. */
  static Optional<StripeKey> key(VendorEnvironment mode, StripeSettings settings) {
    // A secret that is not set is a present one of null: what it holds decides.
    var own = settings.of(mode).secretKey().map(Secret::get);
    return own.or(() -> settings.secretKey().map(Secret::get))
        .flatMap(StripeKey::of)
        .filter(key -> key.mode() == mode);
  }
}
