package dev.holdfast.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.launcher.RestApi;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** Decides about payments and closes the CPO's days, as a finance clerk does. */
final class FinanceClerk {
  private final RestApi frontDoor;

  FinanceClerk(RestApi frontDoor) {
    this.frontDoor = frontDoor;
  }

  /** Decides about a payment that waits for a person, on what is there to see. */
  void resolve(String reference, String resolution) {
    String path = "/settlements/" + reference;
    JsonNode seen = frontDoor.get(path);
    JsonNode amount = amount(seen, resolution);
    frontDoor.post(
        path + "/resolution",
        Map.of(
            "resolution",
            resolution,
            "version",
            seen.required("version").longValue(),
            "amount",
            Map.of(
                "minorUnits",
                amount.required("minorUnits").longValue(),
                "currency",
                amount.required("currency").textValue()),
            "by",
            "demo",
            "reason",
            "as the CPO told us"));
  }

  private static JsonNode amount(JsonNode seen, String resolution) {
    return switch (resolution) {
      case "WRITE_OFF" -> seen.required("writeOff");
      case "ACCEPT_FIRST" -> seen.required("contradictions").required(0).required("ifFirst");
      default -> seen.required("contradictions").required(0).required("ifSecond");
    };
  }

  /** Closes the day on which is booked now. */
  void closeDay() {
    frontDoor.post(
        "/days/%s/%s/closing".formatted(Site.CPO, days().required("openDay").textValue()),
        Map.of("by", "demo", "reason", "the day is done"));
  }

  /**
   * Looks on which days a payment counts that was corrected after its day had been closed.
   *
   * @throws IllegalStateException if what was booked after the closing is on a day that is closed,
   *     if what was booked before is on another, or if nothing was booked after it
   */
  void mustCountLater(String reference) {
    JsonNode closing = days().required("closed").required(0);
    Instant closedAt = Instant.parse(closing.required("closedAt").textValue());
    LocalDate closedDay = LocalDate.parse(closing.required("day").textValue());
    int late = 0;
    for (JsonNode entry : journal(reference)) {
      boolean isLate = Instant.parse(entry.required("bookedAt").textValue()).isAfter(closedAt);
      LocalDate day = LocalDate.parse(entry.required("bookingDay").textValue());
      if (isLate != day.isAfter(closedDay)) {
        throw new IllegalStateException(
            "%s counts on %s, and %s was closed at %s"
                .formatted(entry.required("cause").textValue(), day, closedDay, closedAt));
      }
      late += isLate ? 1 : 0;
    }
    if (late == 0) {
      throw new IllegalStateException("nothing was booked after the closing of " + closedDay);
    }
  }

  private JsonNode journal(String reference) {
    return frontDoor.get("/journal?size=500&reference=" + reference).required("items");
  }

  private JsonNode days() {
    return frontDoor.get("/days?cpo=" + Site.CPO);
  }
}
