package dev.holdfast.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.launcher.RestApi;
import dev.holdfast.launcher.TextTable;
import dev.holdfast.launcher.system.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.joda.money.Money;

/** Hands in a settlement report of the gateway that has a line of each result. */
record GatewayReport(RestApi frontDoor, Progress progress) {
  private static final String HEADER = "Session ID,Type,Currency,Amount,Fee,Payout ID,Date\n";
  private static final Set<String> TAKING = Set.of("CAPTURE", "OVER_COMMIT", "WHOLE", "HOLD");
  private static final Money FEE = Amounts.eur(30);
  private static final Money RENT = Amounts.eur(200);
  private static final int LINES = 3;

  private static final List<Line> EXPECTED =
      List.of(
          new Line("capture, as it was taken", "MATCHED"),
          new Line("capture, one cent more", "AMOUNT_DIFFERS"),
          new Line("session of nobody", "MISSING_HERE"),
          new Line("amount in words", "BROKEN"),
          new Line("terminal rent", "OTHER"),
          new Line("payout of the first line and the rent", "MATCHED"));

  /** Money that the gateway took, under its own name. */
  record Taken(String name, Money amount, Instant at) {
    String line(Money said, String fee, String payout) {
      return line(said.getAmount().toPlainString(), fee, payout);
    }

    String line(String said, String fee, String payout) {
      return "%s,COMMIT,EUR,%s,%s,%s,%s\n".formatted(name, said, fee, payout, at);
    }
  }

  private record Line(String told, String result) {}

  /**
   * Tells of each line; true when each ends as it must, the same file again changes nothing, it is
   * booked, and another is booked and booked back.
   */
  boolean isAsExpected(List<String> references) {
    List<Taken> taken =
        references.stream()
            .map(reference -> frontDoor.get("/authorizations/" + reference))
            .flatMap(authorization -> taken(authorization).stream())
            .sorted(Comparator.comparing(Taken::at))
            .limit(LINES)
            .toList();
    if (taken.size() < LINES) {
      progress.say("No settlement report: fewer than %d captures".formatted(LINES));
      return false;
    }
    String file = file(taken.get(0), taken.get(1), taken.get(2));
    JsonNode report = frontDoor.postCsv("/reports?gateway=PAYTER", file);
    JsonNode lines =
        frontDoor
            .get("/reports/%s/lines".formatted(report.required("reportId").textValue()))
            .required("items");
    boolean isSameAgain = frontDoor.postCsv("/reports?gateway=PAYTER", file).equals(report);
    return show(lines) && isSameAgain && isBooked(report) && isBookedBack(taken.getFirst());
  }

  private boolean isBooked(JsonNode report) {
    JsonNode booked = act(report, "booking", Map.of("cpo", Site.CPO));
    progress.say("A person books it: " + booked.path("state").asText());
    return booked.path("state").asText().equals("BOOKED");
  }

  private boolean isBookedBack(Taken first) {
    Taken wrong = new Taken("", RENT, first.at());
    String file = HEADER + wrong.line(RENT.negated(), "", "").replace("COMMIT", "SUBSCRIPTION");
    JsonNode report = frontDoor.postCsv("/reports?gateway=PAYTER", file);
    JsonNode booked = act(report, "booking", Map.of("cpo", Site.CPO));
    JsonNode bookedBack = act(booked, "reversal", Map.of());
    progress.say("Another one is booked, and booked back: " + bookedBack.path("state").asText());
    return bookedBack.path("state").asText().equals("BOOKED_BACK");
  }

  private JsonNode act(JsonNode report, String what, Map<String, Object> more) {
    Map<String, Object> decision = new HashMap<>(more);
    decision.put("version", report.required("version").intValue());
    decision.putAll(Map.of("by", "Ines", "reason", "played by the demo"));
    return frontDoor.post(
        "/reports/%s/%s".formatted(report.required("reportId").textValue(), what), decision);
  }

  private static String file(Taken first, Taken second, Taken third) {
    Taken nobodys = new Taken("a-session-of-nobody", first.amount(), first.at());
    Taken bank = new Taken("", first.amount(), third.at());
    String fee = FEE.getAmount().toPlainString();
    String payout = "payout of " + first.name();
    return HEADER
        + first.line(first.amount(), fee, payout)
        + third.line(third.amount().plus(Amounts.eur(1)), fee, "")
        + nobodys.line(nobodys.amount(), fee, "")
        + second.line("a lot", fee, "")
        + bank.line(RENT.negated(), "", payout).replace("COMMIT", "SUBSCRIPTION")
        + bank.line(first.amount().minus(FEE).minus(RENT), "", payout).replace("COMMIT", "PAYOUT");
  }

  private boolean show(JsonNode lines) {
    List<List<String>> cells = new ArrayList<>();
    boolean isGood = lines.size() == EXPECTED.size();
    for (int i = 0; i < EXPECTED.size(); i++) {
      JsonNode line = lines.path(i);
      String result = line.path("result").asText("-");
      boolean isRight = result.equals(EXPECTED.get(i).result());
      isGood &= isRight;
      cells.add(
          List.of(
              EXPECTED.get(i).told(),
              result,
              Objects.requireNonNullElse(line.path("remedy").textValue(), ""),
              isRight ? "yes" : "NO"));
    }
    progress.say("");
    progress.say("A settlement report of the gateway, handed in twice:");
    new TextTable(List.of("line", "result", "what to do", "as expected"), cells)
        .lines()
        .forEach(progress::say);
    return isGood;
  }

  private static List<Taken> taken(JsonNode authorization) {
    List<Taken> taken = new ArrayList<>();
    for (JsonNode attempt : authorization.path("attempts")) {
      Money amount = Amounts.of(attempt.path("amount"));
      if (amount != null
          && TAKING.contains(attempt.path("kind").asText())
          && "APPROVED".equals(attempt.path("outcome").asText())) {
        taken.add(
            new Taken(
                attempt.required("gatewayReference").textValue(),
                amount,
                Instant.parse(attempt.required("at").textValue())));
      }
    }
    return taken;
  }
}
