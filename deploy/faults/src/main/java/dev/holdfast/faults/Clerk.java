package dev.holdfast.faults;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.launcher.RestApi;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Hands in settlement reports of what the gateway took, and has them booked; one that is not
 * answered again and again.
 */
final class Clerk implements Runnable {
  private static final String HEADER = "Session ID,Type,Currency,Amount,Fee,Payout ID,Date\n";
  private static final Set<String> TAKING = Set.of("CAPTURE", "OVER_COMMIT", "WHOLE", "HOLD");
  private static final int MOST_LINES = 50;

  private final RestApi front;
  private final Set<String> reported = new HashSet<>();
  private String waiting = "";
  private int reports;

  Clerk(RestApi front) {
    this.front = front;
  }

  /** How many reports were taken. */
  int reports() {
    return reports;
  }

  /** Hands one in, if there is anything to report and somebody to take it. */
  @Override
  public void run() {
    try {
      if (waiting.isEmpty()) {
        waiting = report();
      }
      if (!waiting.isEmpty()) {
        JsonNode report = front.postCsv("/reports?gateway=PAYTER", waiting);
        if (!report.path("state").asText().equals("BOOKED")) {
          var _ =
              front.post(
                  "/reports/%s/booking".formatted(report.path("reportId").asText()),
                  Map.of(
                      "version",
                      report.path("version").asInt(),
                      "by",
                      "the drill",
                      "reason",
                      "it is told"));
        }
        waiting = "";
        reports++;
      }
    } catch (IllegalStateException | UncheckedIOException unanswered) {
      // Broken on purpose, most likely; the same report is handed in again at the next turn.
      return;
    }
  }

  private String report() {
    List<String> lines = new ArrayList<>();
    JsonNode captured = front.get("/authorizations?status=CAPTURED&size=" + MOST_LINES);
    for (JsonNode payment : captured.path("items")) {
      for (JsonNode attempt : payment.path("attempts")) {
        if (TAKING.contains(attempt.path("kind").asText())
            && attempt.path("outcome").asText().equals("APPROVED")
            && reported.add(attempt.path("gatewayReference").asText())) {
          lines.add(line(attempt));
        }
      }
    }
    return lines.isEmpty() ? "" : HEADER + String.join("", lines);
  }

  private String line(JsonNode attempt) {
    BigDecimal amount =
        BigDecimal.valueOf(attempt.path("amount").path("minorUnits").asLong()).movePointLeft(2);
    return "%s,COMMIT,EUR,%s,0.30,payout-%d,%s\n"
        .formatted(
            attempt.path("gatewayReference").asText(),
            amount.toPlainString(),
            reports,
            attempt.path("at").asText());
  }
}
