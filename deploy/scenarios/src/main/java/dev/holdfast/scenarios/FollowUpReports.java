package dev.holdfast.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.launcher.RestApi;
import dev.holdfast.launcher.TextTable;
import dev.holdfast.launcher.system.Progress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;

/**
 * Hands in reports that come after others: a fee that only the second tells, payouts that agree and
 * that do not, and chargebacks that are lost and won.
 */
final class FollowUpReports {
  /** How many captures they tell of, each of its own. */
  static final int NEEDED = 4;

  private static final Money FEE = Amounts.eur(30);
  private static final Money NOTHING = Amounts.eur(0);

  private final RestApi frontDoor;
  private final Progress progress;
  private final List<List<String>> cells = new ArrayList<>();
  private boolean isGood = true;

  FollowUpReports(RestApi frontDoor, Progress progress) {
    this.frontDoor = frontDoor;
    this.progress = progress;
  }

  /** Tells of each; true when each ends as it must. */
  boolean areAsExpected(List<Taken> taken) {
    feeOfASecondFile(taken.get(0));
    payoutThatDiffers(taken.get(1));
    chargebackLost(taken.get(2));
    chargebackWon(taken.get(3));
    progress.say("");
    progress.say("Reports that come later:");
    new TextTable(List.of("report", "seen", "as expected"), cells).lines().forEach(progress::say);
    return isGood;
  }

  private void feeOfASecondFile(Taken capture) {
    book(post(capture.line(capture.amount(), "", "")));
    String payout = "payout of " + capture.name();
    Money paidOut = capture.amount().minus(FEE);
    JsonNode second =
        book(
            post(
                capture.line(capture.amount(), FEE.getAmount().toPlainString(), payout)
                    + other(capture, "PAYOUT", paidOut, payout)));
    see(
        "a fee that only the second file tells, and its payout",
        "BOOKED, fee 0.30, bank " + paidOut.getAmount(),
        "%s, fee %s, bank %s"
            .formatted(
                second.path("state").asText(),
                booked(capture, "GATEWAY_FEES").getAmount(),
                booked(capture, "PAYOUT_IN_TRANSIT").getAmount()));
  }

  private void payoutThatDiffers(Taken capture) {
    String payout = "payout of " + capture.name();
    JsonNode report =
        post(
            capture.line(capture.amount(), FEE.getAmount().toPlainString(), payout)
                + other(capture, "PAYOUT", capture.amount(), payout));
    RestApi.Answer answer = frontDoor.send("POST", path(report, "booking"), decision(report));
    see("a payout that is not what its lines come to", "409", Integer.toString(answer.status()));
  }

  private void chargebackLost(Taken capture) {
    book(post(other(capture, "CHARGEBACK", capture.amount().negated(), "")));
    see(
        "a chargeback that is lost",
        capture.amount().getAmount().toString(),
        booked(capture, "CHARGEBACKS").getAmount().toString());
  }

  private void chargebackWon(Taken capture) {
    book(post(other(capture, "CHARGEBACK", capture.amount().negated(), "")));
    book(post(other(capture, "CHARGEBACK", capture.amount(), "")));
    see(
        "a chargeback that is won",
        NOTHING.getAmount().toString(),
        booked(capture, "CHARGEBACKS").getAmount().toString());
  }

  private static String other(Taken capture, String type, Money amount, String payout) {
    String line = capture.line(amount, "", payout).replace("COMMIT", type);
    return type.equals("PAYOUT") ? line.replace(capture.name() + ",PAYOUT", ",PAYOUT") : line;
  }

  private JsonNode post(String lines) {
    return frontDoor.postCsv("/reports?gateway=PAYTER", Taken.HEADER + lines);
  }

  private JsonNode book(JsonNode report) {
    return frontDoor.post(path(report, "booking"), decision(report));
  }

  private static String path(JsonNode report, String act) {
    return "/reports/%s/%s".formatted(report.required("reportId").textValue(), act);
  }

  private static Map<String, Object> decision(JsonNode report) {
    return new HashMap<>(
        Map.of(
            "version",
            report.required("version").intValue(),
            "cpo",
            Site.CPO,
            "by",
            "Ines",
            "reason",
            "played by the demo"));
  }

  /** What is booked of the payment on that account: debits less credits. */
  private Money booked(Taken capture, String account) {
    Money sum = NOTHING;
    JsonNode entries =
        frontDoor.get("/journal?size=500&reference=" + capture.reference()).required("items");
    for (JsonNode entry : entries) {
      for (JsonNode line : entry.path("lines")) {
        Money amount = Amounts.of(line.path("amount"));
        if (amount != null && account.equals(line.path("account").asText())) {
          sum = line.path("side").asText().equals("DEBIT") ? sum.plus(amount) : sum.minus(amount);
        }
      }
    }
    return sum;
  }

  private void see(String report, String expected, String seen) {
    boolean isRight = expected.equals(seen);
    isGood &= isRight;
    cells.add(List.of(report, seen, isRight ? "yes" : "NO: should be " + expected));
  }
}
