package dev.holdfast.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * A payment as payment-authorization has it.
 *
 * @param attempts each as {@code KIND:OUTCOME}
 * @param reason why it ended as it did; empty where none is told
 * @param attention why a person must look; empty where none must
 */
record Hold(
    String reference,
    String serial,
    String status,
    List<String> attempts,
    String reason,
    String attention) {
  private static final Set<String> ENDS =
      Set.of("DECLINED", "ABANDONED", "CAPTURED", "CAPTURE_FAILED", "RELEASED", "EXPIRED");

  static Hold of(JsonNode row) {
    return new Hold(
        row.path("reference").asText(),
        row.path("terminalSerial").asText(),
        row.path("status").asText(),
        StreamSupport.stream(row.path("attempts").spliterator(), false)
            .map(attempt -> attempt.path("kind").asText() + ":" + attempt.path("outcome").asText())
            .toList(),
        text(row.path("reason")),
        text(row.path("attention")));
  }

  boolean wasPlaced() {
    return attempts.contains("AUTHORIZE:APPROVED");
  }

  boolean hasEnded() {
    return ENDS.contains(status);
  }

  /** Does it wait for anything but a session? */
  boolean isUnderWay() {
    return !hasEnded() && !status.equals("HELD");
  }

  /** In words that do not differ from one run to the next. */
  @Override
  public String toString() {
    return status + " " + attempts + (reason.isEmpty() ? "" : " '" + reason + "'");
  }

  private static String text(JsonNode node) {
    return node.isTextual() ? node.textValue() : "";
  }
}
