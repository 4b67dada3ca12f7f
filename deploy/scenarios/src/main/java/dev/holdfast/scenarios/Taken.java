package dev.holdfast.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.launcher.RestApi;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.joda.money.Money;

/** Money that the gateway took, under its own name. */
record Taken(String reference, String name, Money amount, Instant at) {
  /** The first line of a report. */
  static final String HEADER = "Session ID,Type,Currency,Amount,Fee,Payout ID,Date\n";

  private static final Set<String> TAKING = Set.of("CAPTURE", "OVER_COMMIT", "WHOLE", "HOLD");

  /** Of these payments, the first that was taken first. */
  static List<Taken> of(RestApi frontDoor, List<String> references) {
    return references.stream()
        .flatMap(reference -> in(reference, frontDoor.get("/authorizations/" + reference)).stream())
        .sorted(Comparator.comparing(Taken::at))
        .toList();
  }

  String line(Money said, String fee, String payout) {
    return line(said.getAmount().toPlainString(), fee, payout);
  }

  String line(String said, String fee, String payout) {
    return "%s,COMMIT,EUR,%s,%s,%s,%s\n".formatted(name, said, fee, payout, at);
  }

  private static List<Taken> in(String reference, JsonNode authorization) {
    List<Taken> taken = new ArrayList<>();
    for (JsonNode attempt : authorization.path("attempts")) {
      Money amount = Amounts.of(attempt.path("amount"));
      if (amount != null
          && TAKING.contains(attempt.path("kind").asText())
          && "APPROVED".equals(attempt.path("outcome").asText())) {
        taken.add(
            new Taken(
                reference,
                attempt.required("gatewayReference").textValue(),
                amount,
                Instant.parse(attempt.required("at").textValue())));
      }
    }
    return taken;
  }
}
