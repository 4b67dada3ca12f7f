package dev.holdfast.infrastructure.payter;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The vendor's public status page, as far as it is read: one component, planned maintenance. */
record StatusPage(
    @JsonProperty("components") List<Component> components,
    @JsonProperty("scheduled_maintenances") List<Object> scheduledMaintenances) {
  private static final Set<String> STATUSES =
      Set.of(
          "operational",
          "degraded_performance",
          "partial_outage",
          "major_outage",
          "under_maintenance");

  static StatusPage of(Component component) {
    return new StatusPage(List.of(component), List.of());
  }

  record Component(String name, String status) {
    private static final String CLOUD_PAYMENT_SERVICE = "Cloud Payment Service";

    static Component operational() {
      return new Component(CLOUD_PAYMENT_SERVICE, "operational");
    }

    @JsonCreator
    static Component of(
        @JsonProperty("name") @Nullable String name,
        @JsonProperty("status") @Nullable String status) {
      if (status == null || !STATUSES.contains(status)) {
        throw Refused.badInput("status must be one of " + STATUSES.stream().sorted().toList());
      }
      return new Component(name == null ? CLOUD_PAYMENT_SERVICE : name, status);
    }
  }
}
