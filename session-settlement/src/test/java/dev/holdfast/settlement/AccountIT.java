package dev.holdfast.settlement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.holdfast.testkit.Stack;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * An account at a gateway belongs to CPOs, from a day on: a line of it is of no other's payment.
 */
@QuarkusTest
@WithTestResource(value = Stack.class, scope = TestResourceScope.GLOBAL)
class AccountIT implements SoundBooks {
  private static final String HEADER =
      """
      Merchant Account,Psp Reference,Creation Date,Type,Gross Currency,Gross Debit (GC),Gross Credit (GC),Net Currency,Net Debit (NC),Net Credit (NC),Batch Number
      """;

  private final Reports reports = new Reports();
  private final String id = UUID.randomUUID().toString();
  private final String dutch = "NL-" + id;
  private final String german = "DE-" + id;

  @Test
  void holdsALineAgainstPaymentsOfTheCposOfItsAccountOnly() throws SQLException {
    String payment = new Books(german).moved(2340);
    owners(dutch, 0, "2026-01-01", german).statusCode(200).body("version", equalTo(1));
    owners(dutch, 1, "2026-05-01", dutch).statusCode(200);

    String before = read(line(dutch, payment, "2026-04-30"));
    reports.lines(before, "MATCHED").body("items.reference", contains(payment));
    String since = read(line(dutch, payment, "2026-05-01"));
    reports
        .lines(since, "MISSING_HERE")
        .body("items[0].remedy", containsString("is of CPO " + german + ", and account"))
        .body("items[0].books[0].lines.account", contains("RECEIVABLE_FROM_GATEWAY", "SUSPENSE"));
    book(since, 1).statusCode(200);
    assertThat(Reports.balances("cpo", dutch)).containsEntry("SUSPENSE", -2340);
    // Nothing but what moved.
    assertThat(Reports.balances("cpo", german))
        .isEqualTo(Map.of("RECEIVABLE_FROM_GATEWAY", 2340, "RECEIVABLE_FROM_CARD_HOLDER", -2340));
  }

  @Test
  void judgesAnewOnceAPersonSaysWhoseAnAccountIs() throws SQLException {
    String payment = new Books(german).moved(2340);
    String report = read(line(dutch, payment, "2026-05-04"));
    reports.lines(report, "MATCHED").body("items.reference", contains(payment));
    owners(dutch, 0, "2026-01-01", dutch).statusCode(200);
    book(report, 1).statusCode(409).body("newest.results.MISSING_HERE", equalTo(1));
    owners(dutch, 1, "2026-01-01", dutch, german).statusCode(200);
    book(report, 2).statusCode(409).body("newest.results.MATCHED", equalTo(1));
    book(report, 3).statusCode(200);
  }

  @Test
  void booksLinesThatBelongToNoPaymentToTheCpoOfTheirAccount() {
    owners(dutch, 0, "2026-01-01", dutch).statusCode(200);
    owners(german, 0, "2026-01-01", german).statusCode(200);
    String report = read(fee(dutch, "1.00") + fee(german, "2.00"));
    book(report, 1).statusCode(200);
    assertThat(Reports.balances("cpo", dutch)).containsEntry("GATEWAY_CHARGES", 100);
    assertThat(Reports.balances("cpo", german)).containsEntry("GATEWAY_CHARGES", 200);
  }

  @Test
  void asksForTheVersionThatAPersonSaw() {
    owners(dutch, 0, "2026-01-01", dutch).statusCode(200);
    owners(dutch, 0, "2026-02-01", german)
        .statusCode(409)
        .body("newest.version", equalTo(1))
        .body("newest.owners[0].by", equalTo("Ines"));
    owners(dutch, 1, "2026-02-01", german)
        .statusCode(200)
        .body("owners.validFrom", contains("2026-02-01", "2026-01-01"));
    given()
        .param("size", 500)
        .get("/accounts")
        .then()
        .body("items.find { it.account == '" + dutch + "' }.version", equalTo(2));
  }

  private static String line(String account, String name, String day) {
    return "%s,%s,%s,Settled,EUR,,23.40,EUR,,23.10,\n".formatted(account, name, day);
  }

  private static String fee(String account, String amount) {
    return "%s,,2026-05-04,Fee,,,,EUR,%s,,\n".formatted(account, amount);
  }

  private String read(String lines) {
    return reports.post("ADYEN", HEADER + lines).statusCode(200).extract().path("reportId");
  }

  private static ValidatableResponse book(String report, int version) {
    return given()
        .contentType("application/json")
        .body(Map.of("version", version, "by", "Ines", "reason", "it agrees"))
        .post("/reports/{report}/booking", report)
        .then();
  }

  private static ValidatableResponse owners(
      String account, int version, String validFrom, String... cpos) {
    return given()
        .contentType("application/json")
        .body(
            Map.of(
                "validFrom",
                validFrom,
                "cpoIds",
                List.of(cpos),
                "version",
                version,
                "by",
                "Ines",
                "reason",
                "by the contract"))
        .post("/accounts/ADYEN/{account}/owners", account)
        .then();
  }
}
