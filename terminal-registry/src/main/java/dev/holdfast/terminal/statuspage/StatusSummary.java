package dev.holdfast.terminal.statuspage;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.terminal.core.vendor.VendorReport.Observation;
import dev.holdfast.terminal.core.vendor.VendorStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the page says, as far as it is read here. */
@JsonIgnoreProperties(ignoreUnknown = true)
record StatusSummary(
    @Nullable List<Component> components,
    @JsonProperty("scheduled_maintenances") @Nullable JsonNode maintenances) {

  private static final int MOST_WINDOWS = 10;

  /** A part of the vendor's service, and the page's own word for its status. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Component(@Nullable String name, @Nullable String status) {}

  Observation observe(String componentName, Instant now) {
    var windows =
        ScheduledMaintenance.allIn(maintenances, now).stream()
            .filter(each -> each.concerns(componentName))
            .toList();
    var said = said(componentName);
    var seen =
        windows.stream()
            .filter(ScheduledMaintenance::underWay)
            .findFirst()
            .map(underWay -> during(underWay, said))
            .orElse(said);
    return new Observation(
        seen.status(),
        seen.detail(),
        windows.stream().limit(MOST_WINDOWS).map(ScheduledMaintenance::window).toList());
  }

  static Observation unknown(String why) {
    return new Observation(VendorStatus.UNKNOWN, why, List.of());
  }

  /** An outage stays an outage: terminals must not be tried because it was planned. */
  private static Observation during(ScheduledMaintenance underWay, Observation said) {
    return switch (said.status()) {
      case OPERATIONAL, DEGRADED ->
          new Observation(
              VendorStatus.MAINTENANCE,
              said.detail() + "; maintenance under way: " + underWay.window().name(),
              List.of());
      case DOWN, MAINTENANCE, UNKNOWN -> said;
    };
  }

  private Observation said(String componentName) {
    if (components == null) {
      return unknown("the status page lists no components");
    }
    return components.stream()
        .filter(component -> componentName.equals(component.name()))
        .findFirst()
        .map(component -> said(componentName, component.status()))
        .orElseGet(() -> unknown("the status page has no component " + componentName));
  }

  private static Observation said(String name, @Nullable String word) {
    return switch (word) {
      case "operational" -> known(VendorStatus.OPERATIONAL, name, word);
      case "degraded_performance", "partial_outage" -> known(VendorStatus.DEGRADED, name, word);
      case "major_outage" -> known(VendorStatus.DOWN, name, word);
      case "under_maintenance" -> known(VendorStatus.MAINTENANCE, name, word);
      case null, default -> unknown("the status page has a status that is not known: " + name);
    };
  }

  private static Observation known(VendorStatus status, String name, String word) {
    return new Observation(status, name + ": " + word, List.of());
  }
}
