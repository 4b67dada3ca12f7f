package dev.holdfast.terminal.vendor;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.holdfast.terminal.core.vendor.CloudAnswer;
import dev.holdfast.terminal.core.vendor.Vendor;
import dev.holdfast.terminal.core.vendor.VendorEnvironment;
import dev.holdfast.terminal.core.vendor.VendorReport.Observation;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Which clouds know a terminal: those of its vendor. */
@ApplicationScoped
public class Vendors {
  private final Map<Vendor, VendorClouds> byVendor;
  private final StatusPages statusPages;

  Vendors(@All List<VendorClouds> clouds, StatusPages statusPages) {
    this.statusPages = statusPages;
    byVendor = clouds.stream().collect(toUnmodifiableMap(VendorClouds::vendor, each -> each));
  }

  /** What both clouds of a vendor say of a terminal, asked side by side; never fails. */
  public Uni<Map<VendorEnvironment, CloudAnswer>> ask(Vendor vendor, String serial) {
    var clouds = of(vendor);
    return Uni.combine()
        .all()
        .unis(
            clouds.ask(VendorEnvironment.TEST, serial),
            clouds.ask(VendorEnvironment.PRODUCTION, serial))
        .with((fromTest, fromProduction) ->
            Map.of(VendorEnvironment.TEST, fromTest, VendorEnvironment.PRODUCTION, fromProduction));
  }

  /** How often to ask how a vendor's clouds are doing. */
  public Duration statusEvery(Vendor vendor) {
    return of(vendor).statusPage().every();
  }

  /** What a vendor says of how its clouds are doing; never fails. */
  public Uni<Map<VendorEnvironment, Observation>> status(Vendor vendor) {
    return statusPages.read(vendor, of(vendor).statusPage());
  }

  private VendorClouds of(Vendor vendor) {
    return Objects.requireNonNull(byVendor.get(vendor), () -> "No clouds of " + vendor);
  }
}
