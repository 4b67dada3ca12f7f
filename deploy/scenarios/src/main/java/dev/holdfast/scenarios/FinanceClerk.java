package dev.holdfast.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.holdfast.launcher.RestApi;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;

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
    Map<String, Object> body = decision(seen, "as the CPO told us");
    body.put("resolution", resolution);
    // Where a decision is about nothing, no amount is sent.
    if (amount.path("minorUnits").longValue() > 0) {
      body.put("amount", amount);
    }
    frontDoor.post(path + "/resolution", body);
  }

  /** Gives so much back, on what is there to see. */
  void giveBack(String reference, Money amount) {
    String path = "/settlements/" + reference;
    Map<String, Object> body = decision(frontDoor.get(path), "the plug was stuck");
    body.put("code", "CHARGER_FAULT");
    body.put("amount", Amounts.toJson(amount));
    RestApi.Answer answer =
        frontDoor.send(
            "POST", path + "/refunds", Map.of("Idempotency-Key", "give-back-" + reference), body);
    if (!answer.isGood()) {
      throw new IllegalStateException("the refund was answered " + answer);
    }
  }

  private static Map<String, Object> decision(JsonNode seen, String reason) {
    Map<String, Object> body = new HashMap<>();
    body.put("version", seen.required("version").longValue());
    body.put("by", "demo");
    body.put("reason", reason);
    return body;
  }

  /**
   * Looks at every attempt.
   *
   * @throws IllegalStateException if one asked for more
   */
  void mustHaveTriedNoMore(String reference, Money most) {
    for (JsonNode attempt : frontDoor.get("/authorizations/" + reference).required("attempts")) {
      boolean asksForTheHold = attempt.required("kind").textValue().equals("AUTHORIZE");
      long asked = attempt.required("amount").required("minorUnits").longValue();
      if (!asksForTheHold && asked > most.getAmountMinorLong()) {
        throw new IllegalStateException("more than %s was tried: %s".formatted(most, attempt));
      }
    }
  }

  /**
   * Looks at what is held for a CPO, and at the trail of a payment.
   *
   * @throws IllegalStateException if anything is held, or if the trail does not say why not
   */
  void mustHoldNothing(String reference, String cpoId, String why) {
    JsonNode held = frontDoor.get("/settlements/open-holds?cpo=" + cpoId).required("items");
    List<String> trail =
        frontDoor.get("/settlements/" + reference).required("trail").findValuesAsText("sentence");
    if (!held.isEmpty() || trail.stream().noneMatch(sentence -> sentence.contains(why))) {
      throw new IllegalStateException(
          "held for %s: %s; the trail: %s".formatted(cpoId, held, trail));
    }
  }

  private static JsonNode amount(JsonNode seen, String resolution) {
    return switch (resolution) {
      case "RETRY" -> MissingNode.getInstance();
      case "WRITE_OFF" -> seen.required("writeOff");
      case "REFUND" -> seen.required("captured");
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
