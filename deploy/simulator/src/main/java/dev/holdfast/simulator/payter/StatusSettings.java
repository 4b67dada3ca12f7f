package dev.holdfast.simulator.payter;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the status page shall say of a component, and of the maintenance that concerns it. */
record StatusSettings(String name, String status, List<PlannedMaintenance> maintenances) {
  private static final String CLOUD_PAYMENT_SERVICE = "Cloud Payment Service";
  private static final Set<String> STATUSES =
      Set.of(
          "operational",
          "degraded_performance",
          "partial_outage",
          "major_outage",
          "under_maintenance");

  static StatusSettings operational() {
    return new StatusSettings(CLOUD_PAYMENT_SERVICE, "operational", List.of());
  }

  @JsonCreator
  static StatusSettings of(
      @JsonProperty("name") @Nullable String name,
      @JsonProperty("status") @Nullable String status,
      @JsonProperty("maintenances") @Nullable List<@Nullable PlannedMaintenance> maintenances) {
    if (status == null || !STATUSES.contains(status)) {
      throw Refused.badInput("status must be one of " + STATUSES.stream().sorted().toList());
    }
    return new StatusSettings(
        name == null ? CLOUD_PAYMENT_SERVICE : name,
        status,
        maintenances == null
            ? List.of()
            : maintenances.stream().map(StatusSettings::present).toList());
  }

  private static PlannedMaintenance present(@Nullable PlannedMaintenance maintenance) {
    if (maintenance == null) {
      throw Refused.badInput("maintenances must not have a null in it.");
    }
    return maintenance;
  }
}
