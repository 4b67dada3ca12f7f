package dev.holdfast.terminal.statuspage;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.holdfast.terminal.core.VendorReport.Observation;
import dev.holdfast.terminal.core.VendorStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the page says, as far as it is read here. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Summary(@Nullable List<Component> components) {
  /** A part of the vendor's service, and the page's own word for its status. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Component(@Nullable String name, @Nullable String status) {}

  Observation observe(String componentName) {
    if (components == null) {
      return unknown("the status page lists no components");
    }
    return components.stream()
        .filter(component -> componentName.equals(component.name()))
        .findFirst()
        .map(component -> observation(componentName, component.status()))
        .orElseGet(() -> unknown("the status page has no component " + componentName));
  }

  static Observation unknown(String why) {
    return new Observation(VendorStatus.UNKNOWN, why);
  }

  private static Observation observation(String name, @Nullable String word) {
    var detail = name + ": " + word;
    return switch (word) {
      case "operational" -> new Observation(VendorStatus.OPERATIONAL, detail);
      case "degraded_performance", "partial_outage" ->
          new Observation(VendorStatus.DEGRADED, detail);
      case "major_outage" -> new Observation(VendorStatus.DOWN, detail);
      case "under_maintenance" -> new Observation(VendorStatus.MAINTENANCE, detail);
      case null, default -> unknown("the status page has a status that is not known: " + name);
    };
  }
}
