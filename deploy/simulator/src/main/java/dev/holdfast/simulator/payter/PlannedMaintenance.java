package dev.holdfast.simulator.payter;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A maintenance that the status page lists. */
record PlannedMaintenance(
    String name, String status, Instant scheduledFor, Instant scheduledUntil) {
  private static final Set<String> STATUSES =
      Set.of("scheduled", "in_progress", "verifying", "completed");

  @JsonCreator
  static PlannedMaintenance of(
      @JsonProperty("name") @Nullable String name,
      @JsonProperty("status") @Nullable String status,
      @JsonProperty("scheduledFor") @Nullable String scheduledFor,
      @JsonProperty("scheduledUntil") @Nullable String scheduledUntil) {
    if (name == null || name.isBlank()) {
      throw Refused.badInput("name of a maintenance is needed.");
    }
    if (status == null || !STATUSES.contains(status)) {
      throw Refused.badInput(
          "status of a maintenance must be one of " + STATUSES.stream().sorted().toList());
    }
    Instant from = moment("scheduledFor", scheduledFor);
    Instant until = moment("scheduledUntil", scheduledUntil);
    if (!until.isAfter(from)) {
      throw Refused.badInput("scheduledUntil must be after scheduledFor, which is " + from + ".");
    }
    return new PlannedMaintenance(name, status, from, until);
  }

  private static Instant moment(String field, @Nullable String text) {
    try {
      return Instant.parse(text == null ? "" : text);
    } catch (DateTimeException unparsable) {
      throw Refused.badInput(field + " must be a moment, for example 2026-06-01T22:00:00Z.");
    }
  }
}
