package dev.holdfast.terminal.payter;

import dev.holdfast.terminal.core.CloudAnswer;
import dev.holdfast.terminal.core.VendorEnvironment;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Payter's two clouds, asked side by side. */
@ApplicationScoped
public class PayterClouds {
  private final Optional<PayterCloud> test;
  private final Optional<PayterCloud> production;
  private final InstantSource clock;

  PayterClouds(PayterSettings settings, InstantSource clock) {
    this.test = cloud(settings.test(), settings, clock);
    this.production = cloud(settings.production(), settings, clock);
    this.clock = clock;
  }

  /** What both clouds say of a terminal; never fails. */
  public Uni<Map<VendorEnvironment, CloudAnswer>> ask(String serial) {
    return Uni.combine()
        .all()
        .unis(
            ask(test, VendorEnvironment.TEST, serial),
            ask(production, VendorEnvironment.PRODUCTION, serial))
        .with((fromTest, fromProduction) ->
            Map.of(VendorEnvironment.TEST, fromTest, VendorEnvironment.PRODUCTION, fromProduction));
  }

  private Uni<CloudAnswer> ask(Optional<PayterCloud> cloud, VendorEnvironment name, String serial) {
    return cloud
        .map(known -> known.ask(serial))
        .orElseGet(() -> Uni.createFrom().item(() -> notConfigured(name)));
  }

  private CloudAnswer notConfigured(VendorEnvironment name) {
    var prefix = "holdfast.payter." + name.name().toLowerCase(Locale.ROOT);
    return new CloudAnswer.Unknown(
        clock.instant().truncatedTo(ChronoUnit.MICROS),
        "not configured: set " + prefix + ".url and " + prefix + ".api-key");
  }

  private static Optional<PayterCloud> cloud(
      PayterSettings.Cloud cloud, PayterSettings settings, InstantSource clock) {
    return cloud
        .url()
        .flatMap(url ->
            cloud.apiKey().map(key -> new PayterCloud(url, key.get(), settings.timeout(), clock)));
  }
}
