package dev.holdfast.simulator.payter;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** The vendor's public status page, as far as it is read: one component, planned maintenance. */
record StatusPage(
    @JsonProperty("components") List<Component> components,
    @JsonProperty("scheduled_maintenances") List<Maintenance> scheduledMaintenances) {

  static StatusPage of(StatusSettings settings) {
    Component component = new Component(settings.name(), settings.status());
    return new StatusPage(
        List.of(component),
        settings.maintenances().stream()
            .map(planned -> Maintenance.of(planned, component))
            .toList());
  }

  record Component(String name, String status) {}

  record Maintenance(
      String name,
      String status,
      @JsonProperty("scheduled_for") String scheduledFor,
      @JsonProperty("scheduled_until") String scheduledUntil,
      List<Component> components) {

    private static Maintenance of(PlannedMaintenance planned, Component component) {
      return new Maintenance(
          planned.name(),
          planned.status(),
          planned.scheduledFor().toString(),
          planned.scheduledUntil().toString(),
          List.of(component));
    }
  }
}
