package dev.holdfast.settlement;

import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.settlement.core.journal.JournalEntry.Cause;
import dev.holdfast.testkit.Stack;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the journal sums up to: balances by day, and what is short by age. */
@QuarkusTest
@WithTestResource(value = Stack.class, scope = TestResourceScope.GLOBAL)
class LedgerIT implements SoundBooks {
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

  private final String cpo = "cpo-" + UUID.randomUUID();
  private final Books books = new Books(cpo);

  @Test
  void balancesEachDayAndCarriesTheBalanceOn() throws SQLException {
    bill(NOON.minus(Duration.ofDays(40)), 1000, "EUR");
    bill(NOON, 2340, "EUR");
    bill(NOON.plusSeconds(1), 60, "EUR");
    bill(NOON, 500, "USD");
    bill(NOON.plus(Duration.ofDays(1)), 700, "EUR");

    List<Map<String, Object>> rows = trialBalance("from", "2026-05-04", "to", "2026-05-05");
    assertThat(rows.stream().map(LedgerIT::told))
        .containsExactly(
            "2026-05-05 EUR CHARGING_REVENUE 0 700 -4100",
            "2026-05-05 EUR RECEIVABLE_FROM_CARD_HOLDER 700 0 4100",
            "2026-05-04 EUR CHARGING_REVENUE 0 2400 -3400",
            "2026-05-04 EUR RECEIVABLE_FROM_CARD_HOLDER 2400 0 3400",
            "2026-05-04 USD CHARGING_REVENUE 0 500 -500",
            "2026-05-04 USD RECEIVABLE_FROM_CARD_HOLDER 500 0 500");
    assertThat(debitsLessCredits(rows))
        .hasSize(3)
        .allSatisfy((day, sum) -> assertThat(sum).isZero());
    assertThat(trialBalance("to", "2026-05-04", "currency", "USD")).hasSize(2);
    assertThat(trialBalance("from", "2026-05-05", "to", "2026-05-04")).isEmpty();
  }

  @Test
  void goesOnWhereThePageBeforeHasEnded() throws SQLException {
    bill(NOON, 100, "EUR");
    bill(NOON, 100, "USD");
    bill(NOON.plus(Duration.ofDays(1)), 100, "EUR");
    fallShort(NOON, 100, "EUR");
    fallShort(NOON, 100, "USD");
    String[] days = {"from", "2026-05-04", "to", "2026-05-05"};

    assertThat(pages("/trial-balance", days)).isEqualTo(trialBalance(days)).hasSize(8);
    assertThat(
            asked(days)
                .queryParams("size", 1, "count", true)
                .get("/trial-balance")
                .<Integer>path("total"))
        .isEqualTo(8);
    assertThat(pages("/shortfall")).isEqualTo(rows("/shortfall")).hasSize(2);
  }

  /** All rows, one a page. */
  private List<Map<String, Object>> pages(String path, String... parameters) {
    var all = new ArrayList<Map<String, Object>>();
    String next = "";
    while (next != null) {
      JsonPath page =
          asked(parameters).queryParam("size", 1).queryParam("after", next).get(path).jsonPath();
      all.addAll(page.getList("items"));
      next = page.getString("next");
    }
    return all;
  }

  @Test
  void coversTheLastThirtyDaysUnlessAskedForOthers() throws SQLException {
    var now = Instant.now();
    bill(now.minus(Duration.ofDays(32)), 100, "EUR");
    bill(now.minus(Duration.ofDays(20)), 100, "EUR");
    bill(now.plus(Duration.ofDays(1)), 100, "EUR");
    assertThat(trialBalance()).extracting(row -> row.get("debit")).containsExactly(0, 100, 0, 100);
  }

  @Test
  void saysWhichDaysAreClosed() throws SQLException {
    bill(NOON, 100, "EUR");
    bill(NOON.plus(Duration.ofDays(1)), 100, "EUR");
    given()
        .contentType("application/json")
        .body(Map.of("by", "Ann", "reason", "the day is done"))
        .post("/days/{cpo}/2026-05-04/closing", cpo)
        .then()
        .statusCode(200);
    assertThat(trialBalance("from", "2026-05-04", "to", "2026-05-05"))
        .extracting(row -> row.get("closed"))
        .containsExactly(false, false, true, true);
  }

  @Test
  void tellsTheOpenShortfallByItsAge() throws SQLException {
    var now = Instant.now();
    fallShort(now.minus(Duration.ofDays(6)), 100, "EUR");
    fallShort(now.minus(Duration.ofDays(8)), 200, "EUR");
    fallShort(now.minus(Duration.ofDays(29)), 300, "EUR");
    fallShort(now.minus(Duration.ofDays(31)), 400, "EUR");
    fallShort(now.minus(Duration.ofDays(91)), 500, "EUR");
    fallShort(now.minus(Duration.ofDays(91)), 600, "USD");

    assertThat(shortfall())
        .containsExactly(
            "EUR UP_TO_7_DAYS 1 100",
            "EUR UP_TO_30_DAYS 2 500",
            "EUR UP_TO_90_DAYS 1 400",
            "EUR OLDER 1 500",
            "USD OLDER 1 600");
    assertThat(shortfall("currency", "USD")).containsExactly("USD OLDER 1 600");
  }

  @Test
  void leavesOutWhatIsNotShortAnyMoreAndCountsAgeFromTheFirstShortfall() throws SQLException {
    var now = Instant.now();
    String lost = fallShort(now.minus(Duration.ofDays(40)), 100, "EUR");
    books.book(
        Books.Entry.of(lost, Cause.WRITTEN_OFF, now),
        "DEBIT WRITE_OFFS 100 EUR",
        "CREDIT OVERAGE_RECEIVABLE 100 EUR");
    assertThat(shortfall()).isEmpty();

    String partly = fallShort(now.minus(Duration.ofDays(40)), 1000, "EUR");
    books.book(
        Books.Entry.of(partly, Cause.CORRECTED, now),
        "DEBIT RECEIVABLE_FROM_CARD_HOLDER 400 EUR",
        "CREDIT OVERAGE_RECEIVABLE 400 EUR");
    assertThat(shortfall()).containsExactly("EUR UP_TO_90_DAYS 1 600");
  }

  private void bill(Instant at, long cents, String currency) throws SQLException {
    books.book(
        Books.Entry.of(Records.referenceOf(at), Cause.SESSION_BILLED, at),
        "DEBIT RECEIVABLE_FROM_CARD_HOLDER " + cents + " " + currency,
        "CREDIT CHARGING_REVENUE " + cents + " " + currency);
  }

  private String fallShort(Instant at, long cents, String currency) throws SQLException {
    String reference = Records.referenceOf(at);
    books.book(
        Books.Entry.of(reference, Cause.SHORTFALL, at),
        "DEBIT OVERAGE_RECEIVABLE " + cents + " " + currency,
        "CREDIT RECEIVABLE_FROM_CARD_HOLDER " + cents + " " + currency);
    return reference;
  }

  private List<Map<String, Object>> trialBalance(String... parameters) {
    return rows("/trial-balance", parameters);
  }

  private List<String> shortfall(String... parameters) {
    return rows("/shortfall", parameters).stream()
        .map(row ->
            "%s %s %s %s"
                .formatted(
                    row.get("currency"),
                    row.get("age"),
                    row.get("payments"),
                    ((Map<?, ?>) requireNonNull(row.get("amount"))).get("minorUnits")))
        .toList();
  }

  private List<Map<String, Object>> rows(String path, String... parameters) {
    return asked(parameters).get(path).then().statusCode(200).extract().jsonPath().getList("items");
  }

  private RequestSpecification asked(String... parameters) {
    var request = given().queryParam("cpo", cpo);
    for (int i = 0; i < parameters.length; i += 2) {
      request.queryParam(parameters[i], parameters[i + 1]);
    }
    return request;
  }

  private static String told(Map<String, Object> row) {
    return "%s %s %s %s %s %s"
        .formatted(
            row.get("day"),
            row.get("currency"),
            row.get("account"),
            row.get("debit"),
            row.get("credit"),
            row.get("balance"));
  }

  private static Map<String, Long> debitsLessCredits(List<Map<String, Object>> rows) {
    return rows.stream()
        .collect(
            groupingBy(
                row -> row.get("day") + " " + row.get("currency"),
                summingLong(row -> number(row, "debit") - number(row, "credit"))));
  }

  private static long number(Map<String, Object> row, String name) {
    return ((Number) requireNonNull(row.get(name))).longValue();
  }
}
