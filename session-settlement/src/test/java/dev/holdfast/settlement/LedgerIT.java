package dev.holdfast.settlement;

import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;
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
  void opensWithWhatWasBookedBeforeAndClosesWithWhatIsBookedNow() throws SQLException {
    bill(NOON.minus(Duration.ofDays(40)), 1000, "EUR");
    bill(NOON, 2340, "EUR");
    bill(NOON.plusSeconds(1), 60, "EUR");
    bill(NOON, 500, "USD");
    bill(NOON.plus(Duration.ofDays(1)), 700, "EUR");
    bill(NOON.plus(Duration.ofDays(2)), 9, "EUR");

    String[] days = {"from", "2026-05-04", "to", "2026-05-05"};
    List<String> expected =
        List.of(
            "EUR CHARGING_REVENUE -1000 0 3100 -4100",
            "EUR RECEIVABLE_FROM_CARD_HOLDER 1000 3100 0 4100",
            "USD CHARGING_REVENUE 0 0 500 -500",
            "USD RECEIVABLE_FROM_CARD_HOLDER 0 500 0 500");
    assertThat(told(days)).isEqualTo(expected);
    assertThat(told("from", "2026-05-04", "to", "2026-05-04", "currency", "USD")).hasSize(2);
    // It says the same however much of it is closed, an account that has not moved included.
    for (String day : List.of("2026-04-01", "2026-05-03", "2026-05-04", "2026-05-05")) {
      close(day);
      assertThat(told(days)).as("closed through %s", day).isEqualTo(expected);
    }
    assertThat(told("from", "2026-05-06", "to", "2026-05-06"))
        .containsExactly(
            "EUR CHARGING_REVENUE -4100 0 9 -4109",
            "EUR RECEIVABLE_FROM_CARD_HOLDER 4100 9 0 4109",
            "USD CHARGING_REVENUE -500 0 0 -500",
            "USD RECEIVABLE_FROM_CARD_HOLDER 500 0 0 500");
    assertThat(told("from", "2026-04-30", "to", "2026-05-03"))
        .containsExactly(
            "EUR CHARGING_REVENUE -1000 0 0 -1000",
            "EUR RECEIVABLE_FROM_CARD_HOLDER 1000 0 0 1000");
  }

  /**
   * What a closed day came to is kept: its entries are not read again, so one that slips in is not
   * seen.
   */
  @Test
  void readsTheEntriesOfOpenDaysAlone() throws SQLException {
    bill(NOON, 2000, "EUR");
    close("2026-05-04");
    bill(NOON.plus(Duration.ofDays(1)), 700, "EUR");
    String slipped = bill(NOON, 1, "EUR");
    assertThat(told("from", "2026-05-05", "to", "2026-05-05"))
        .contains("EUR RECEIVABLE_FROM_CARD_HOLDER 2000 700 0 2700");
    assertThat(told("from", "2026-05-04", "to", "2026-05-04"))
        .contains("EUR RECEIVABLE_FROM_CARD_HOLDER 0 2000 0 2000");
    Database.run(
        """
        alter table journal_entry disable trigger append_only;
        delete from journal_entry where reference = '%s';
        alter table journal_entry enable trigger append_only
        """
            .formatted(slipped));
  }

  @Test
  void goesOnWhereThePageBeforeHasEnded() throws SQLException {
    bill(NOON, 100, "EUR");
    bill(NOON, 100, "USD");
    bill(NOON.plus(Duration.ofDays(1)), 100, "EUR");
    fallShort(NOON, 100, "EUR");
    fallShort(NOON, 100, "USD");
    String[] days = {"from", "2026-05-04", "to", "2026-05-05"};

    assertThat(pages("/trial-balance", days)).isEqualTo(trialBalance(days)).hasSize(6);
    assertThat(
            asked(days)
                .queryParams("size", 1, "count", true)
                .get("/trial-balance")
                .<Integer>path("total"))
        .isEqualTo(6);
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
    bill(now.minus(Duration.ofDays(20)), 10, "EUR");
    bill(now.plus(Duration.ofDays(1)), 1, "EUR");
    assertThat(told())
        .containsExactly(
            "EUR CHARGING_REVENUE -100 0 11 -111", "EUR RECEIVABLE_FROM_CARD_HOLDER 100 11 0 111");
  }

  @Test
  void saysWhatWillNotChange() throws SQLException {
    bill(NOON, 100, "EUR");
    bill(NOON.plus(Duration.ofDays(1)), 100, "EUR");
    close("2026-05-04");
    assertThat(trialBalance("from", "2026-05-04", "to", "2026-05-04"))
        .extracting(row -> row.get("closed"))
        .containsExactly(true, true);
    assertThat(trialBalance("from", "2026-05-04", "to", "2026-05-05"))
        .extracting(row -> row.get("closed"))
        .containsExactly(false, false);
  }

  private void close(String day) {
    given()
        .contentType("application/json")
        .body(Map.of("by", "Ann", "reason", "the day is done"))
        .post("/days/{cpo}/{day}/closing", cpo, day)
        .then()
        .statusCode(200);
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

  private String bill(Instant at, long cents, String currency) throws SQLException {
    String reference = Records.referenceOf(at);
    books.book(
        Books.Entry.of(reference, Cause.SESSION_BILLED, at),
        "DEBIT RECEIVABLE_FROM_CARD_HOLDER " + cents + " " + currency,
        "CREDIT CHARGING_REVENUE " + cents + " " + currency);
    return reference;
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

  private List<String> told(String... parameters) {
    return trialBalance(parameters).stream()
        .map(row ->
            "%s %s %s %s %s %s"
                .formatted(
                    row.get("currency"),
                    row.get("account"),
                    row.get("opening"),
                    row.get("debit"),
                    row.get("credit"),
                    row.get("closing")))
        .toList();
  }
}
