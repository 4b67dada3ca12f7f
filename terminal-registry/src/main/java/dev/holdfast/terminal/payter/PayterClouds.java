package dev.holdfast.terminal.payter;

import dev.holdfast.terminal.core.vendor.CloudAnswer;
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

/** Payter's two clouds; one without address or key is not asked. */
@ApplicationScoped
class PayterClouds implements VendorClouds {
  private final PayterSettings settings;
  private final Optional<PayterCloud> test;
  private final Optional<PayterCloud> production;
  private final Clock clock;

  PayterClouds(PayterSettings settings, Clock clock) {
    this.settings = settings;
    this.test = cloud(settings.test(), settings, clock);
    this.production = cloud(settings.production(), settings, clock);
    this.clock = clock;
  }

  @Override
  public Vendor vendor() {
    return Vendor.PAYTER;
  }

  @Override
  public Uni<CloudAnswer> ask(VendorEnvironment cloud, String serial) {
    var asked =
        switch (cloud) {
          case TEST -> test;
          case PRODUCTION -> production;
        };
    return asked
        .map(known -> known.ask(serial))
        .orElseGet(() -> Uni.createFrom().item(() -> notConfigured(cloud)));
  }

  @Override
  public StatusPageSettings statusPage() {
    return settings.statusPage();
  }

  private CloudAnswer notConfigured(VendorEnvironment name) {
    var prefix = "holdfast.payter." + name.name().toLowerCase(Locale.ROOT);
    return new CloudAnswer.Unknown(
        clock.instant(), "not configured: set " + prefix + ".url and " + prefix + ".api-key");
  }

  private static Optional<PayterCloud> cloud(
      PayterSettings.Cloud cloud, PayterSettings settings, Clock clock) {
    // A secret that is not set is a present one of null: what it holds decides.
    var apiKey = cloud.apiKey().map(Secret::get);
    return cloud
        .url()
        .flatMap(url -> apiKey.map(key -> new PayterCloud(url, key, settings.timeout(), clock)));
  }
}
