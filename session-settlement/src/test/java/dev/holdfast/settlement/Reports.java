package dev.holdfast.settlement;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Settlement reports of Payter's as a test hands them in; each test has a payout of its own. */
final class Reports {
  /** Whose the lines are that belong to no payment. */
  static final String CPO = "cpo-of-reports";

  private static final String HEADER = "Session ID,Type,Currency,Amount,Fee,Payout ID,Date\n";

  private final String payout = "payout " + UUID.randomUUID();

  String line(String name, String type, String amount, String fee) {
    return "%s,%s,EUR,%s,%s,%s,2026-05-04T12:00:00Z\n".formatted(name, type, amount, fee, payout);
  }

  String file(String... lines) {
    return HEADER + String.join("", lines);
  }

  /** Hands it in, and tells its id. */
  String read(String... lines) {
    return post(file(lines)).statusCode(200).extract().path("reportId");
  }

  /** Hands it in, and has it booked. */
  String booked(String... lines) {
    String report = read(lines);
    book(report, 1).statusCode(200);
    return report;
  }

  ValidatableResponse post(String file) {
    return post("PAYTER", file);
  }

  ValidatableResponse post(String gateway, String file) {
    return given()
        .contentType("text/csv")
        .queryParam("gateway", gateway)
        .body(file)
        .post("/reports")
        .then();
  }

  ValidatableResponse book(String report, @Nullable Integer version) {
    var body = decision(version);
    body.put("cpo", CPO);
    return act(report, "booking", body);
  }

  ValidatableResponse bookBack(String report, int version) {
    return act(report, "reversal", decision(version));
  }

  private static Map<String, Object> decision(@Nullable Integer version) {
    var decision = new HashMap<String, Object>(Map.of("by", "Ines", "reason", "it agrees"));
    if (version != null) {
      decision.put("version", version);
    }
    return decision;
  }

  private static ValidatableResponse act(String report, String what, Map<String, Object> body) {
    return given()
        .contentType("application/json")
        .body(body)
        .post("/reports/{report}/{what}", report, what)
        .then();
  }

  ValidatableResponse lines(String report, String result) {
    return lines(report, result, 50);
  }

  ValidatableResponse lines(String report, String result, int size) {
    return given()
        .param("result", result)
        .param("size", size)
        .get("/reports/{id}/lines", report)
        .then();
  }

  /** What each account has of a payment, in cents: debits less credits. */
  static Map<String, Integer> balances(String reference) {
    return balances("reference", reference);
  }

  /** The same of all that the journal has by a filter. */
  static Map<String, Integer> balances(String filter, String value) {
    List<String> lines =
        given()
            .params(filter, value, "size", 500)
            .get("/journal")
            .path(
                "items.lines.flatten().collect { it.side + ' ' + it.account + ' ' +"
                    + " it.amount.minorUnits }");
    var balances = new HashMap<String, Integer>();
    for (String line : lines) {
      String[] words = line.split(" ", 3);
      int cents = Integer.parseInt(words[2]);
      balances.merge(words[1], words[0].equals("DEBIT") ? cents : -cents, Integer::sum);
    }
    return balances;
  }
}
