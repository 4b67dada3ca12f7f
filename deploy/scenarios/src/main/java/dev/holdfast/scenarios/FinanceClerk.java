package dev.holdfast.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.launcher.RestApi;
import java.time.Instant;
import java.time.LocalDate;

/** Decides about payments and closes the CPO's days, as a finance clerk does. */
final class FinanceClerk {
  private final RestApi frontDoor;

  FinanceClerk(RestApi frontDoor) {
    this.frontDoor = frontDoor;
  }

  /** Decides about a payment that waits for a person. */
  void resolve(String reference, String resolution) {
    frontDoor.post(
        "/settlements/%s/resolution?resolution=%s&by=demo&reason=as+the+CPO+told+us"
            .formatted(reference, resolution),
        "");
  }

  /** Closes the day on which is booked now. */
  void closeDay() {
    frontDoor.post(
        "/days/%s/%s/closing?by=demo&reason=the+day+is+done"
            .formatted(Site.CPO, days().required("openDay").textValue()),
        "");
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
    for (JsonNode entry : frontDoor.get("/journal?reference=" + reference)) {
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

  private JsonNode days() {
    return frontDoor.get("/days?cpo=" + Site.CPO);
  }
}
