package dev.holdfast.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.launcher.RestApi;
import dev.holdfast.launcher.TextTable;
import dev.holdfast.launcher.system.Progress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.joda.money.Money;

/** Hands in a settlement report of the gateway that has a line of each result. */
record GatewayReport(RestApi frontDoor, Progress progress) {
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

  private record Line(String told, String result) {}

  /** True when a report of each kind ends as it must, and what comes after it. */
  boolean isAsExpected(List<String> references) {
    List<Taken> taken = Taken.of(frontDoor, references);
    if (taken.size() < LINES + FollowUpReports.NEEDED) {
      progress.say("No settlement report: only %d captures".formatted(taken.size()));
      return false;
    }
    return isAsExpected(taken.get(0), taken.get(1), taken.get(2))
        && new FollowUpReports(frontDoor, progress)
            .areAsExpected(taken.subList(LINES, LINES + FollowUpReports.NEEDED));
  }

  /**
   * Tells of each line of one that tells of three captures; true when each ends as it must, the
   * same file again changes nothing, it is booked, and another is booked and booked back.
   */
  boolean isAsExpected(Taken first, Taken second, Taken third) {
    String file = file(first, second, third);
    JsonNode report = frontDoor.postCsv("/reports?gateway=PAYTER", file);
    JsonNode lines =
        frontDoor
            .get("/reports/%s/lines".formatted(report.required("reportId").textValue()))
            .required("items");
    boolean isSameAgain = frontDoor.postCsv("/reports?gateway=PAYTER", file).equals(report);
    return show(lines) && isSameAgain && isBooked(report) && isBookedBack(first);
  }

  private boolean isBooked(JsonNode report) {
    JsonNode booked = act(report, "booking", Map.of("cpo", Site.CPO));
    progress.say("A person books it: " + booked.path("state").asText());
    return booked.path("state").asText().equals("BOOKED");
  }

  private boolean isBookedBack(Taken first) {
    Taken wrong = new Taken("", "", RENT, first.at());
    String file =
        Taken.HEADER + wrong.line(RENT.negated(), "", "").replace("COMMIT", "SUBSCRIPTION");
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
    Taken nobodys = new Taken("", "a-session-of-nobody", first.amount(), first.at());
    Taken bank = new Taken("", "", first.amount(), third.at());
    String fee = FEE.getAmount().toPlainString();
    String payout = "payout of " + first.name();
    return Taken.HEADER
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
}
