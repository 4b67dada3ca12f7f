package dev.holdfast.settlement;

import static dev.holdfast.contracts.Topic.AUTHORIZATIONS;
import static dev.holdfast.contracts.Topic.SESSION_CLOSED;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.holdfast.events.AuthorizationChanged;
import dev.holdfast.events.AuthorizationStatus;
import dev.holdfast.events.Money;
import dev.holdfast.settlement.core.journal.JournalEntry.Cause;
import dev.holdfast.testkit.Stack;
import dev.holdfast.testkit.TopicProbe;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What finance lists: settlements by the period of their taps, the journal by booking days. */
@QuarkusTest
@WithTestResource(value = Stack.class, scope = TestResourceScope.GLOBAL)
class FinanceListsIT implements SoundBooks {
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
  private static final String GATEWAY = "DEBIT RECEIVABLE_FROM_GATEWAY 100 ";
  private static final String CARD_HOLDER = "CREDIT RECEIVABLE_FROM_CARD_HOLDER 100 ";

  private final String cpo = "cpo-" + UUID.randomUUID();
  private final Books books = new Books(cpo);

  @Test
  void listsSettlementsByThePeriodOfTheirTaps() {
    String before = tap(NOON.minusMillis(1), "EUR");
    String at = tap(NOON, "EUR");
    String after = tap(NOON.plusMillis(1), "USD");
    String timeless = UUID.randomUUID().toString();
    publish(timeless, "EUR");
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() ->
            assertThat(settlements())
                .containsSubsequence(after, at, before)
                .contains(timeless)
                .hasSize(4));

    assertThat(settlements("from", NOON.toString())).containsExactly(after, at);
    assertThat(settlements("from", "2026-05-04T11:59:59.999001Z")).containsExactly(after, at);
    assertThat(settlements("to", NOON.toString())).containsExactlyInAnyOrder(before, timeless);
    assertThat(settlements("from", NOON.toString(), "to", NOON.plusMillis(1).toString()))
        .containsExactly(at);
    // What tells no time counts as of 1970.
    assertThat(settlements("from", "1970-01-01T00:00:00Z", "to", "1970-01-02T00:00:00Z"))
        .containsExactly(timeless);
    assertThat(settlements("currency", "USD")).containsExactly(after);
    assertThat(settlements("currency", "JPY")).isEmpty();
    assertThat(settlements("from", NOON.toString(), "size", "1")).containsExactly(after);
    assertThat(settlements("from", NOON.toString(), "after", after)).containsExactly(at);
    assertThat(counted("/settlements")).isEqualTo(4);
    String[] hours = {"from", "2026-05-04T11:00:00Z", "to", "2026-05-04T13:00:00Z", "by", "HOUR"};
    await().untilAsserted(() -> assertThat(counted("/totals", hours)).isEqualTo(3));
  }

  @Test
  void listsPaymentsWhoseShortfallIsOpenUntilAPersonWritesItOff() {
    String paid = tap(NOON, "EUR");
    String unpaid = Records.referenceOf(NOON);
    try (TopicProbe probe = TopicProbe.ofApplication()) {
      AuthorizationChanged declined = Records.declined(unpaid);
      declined.put("cpoId", cpo);
      probe.publish(AUTHORIZATIONS, unpaid, declined);
      probe.publish(SESSION_CLOSED, unpaid, Records.closed(unpaid, 1000));
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(settlements("shortfall", "OPEN")).containsExactly(unpaid));
    assertThat(settlements()).contains(paid);
    JsonPath open = given().queryParams("cpo", cpo, "count", true).get("/shortfall").jsonPath();
    assertThat(open.getInt("total")).isEqualTo(1);
    assertThat(open.getString("items[0].amount")).isEqualTo("[minorUnits:1000, currency:EUR]");

    given()
        .contentType("application/json")
        .body(
            Map.of(
                "resolution", "WRITE_OFF",
                "version", settlement(unpaid).getLong("version"),
                "amount", Map.of("minorUnits", 1000, "currency", "EUR"),
                "by", "Ann",
                "reason", "not worth a letter"))
        .post("/settlements/{reference}/resolution", unpaid)
        .then()
        .statusCode(200);
    assertThat(settlements("shortfall", "OPEN")).isEmpty();
    assertThat(given().queryParam("cpo", cpo).get("/shortfall").jsonPath().getList("items"))
        .isEmpty();
  }

  @Test
  void listsTheJournalByBookingDaysBothIncluded() throws SQLException {
    String third = book(Cause.CAPTURED, NOON.minus(Duration.ofDays(1)), "EUR");
    String second = book(Cause.REFUNDED, NOON, "EUR");
    String first = book(Cause.CAPTURED, NOON.plusSeconds(1), "USD");

    assertThat(journal()).containsExactly(first, second, third);
    assertThat(journal("from", "2026-05-04")).containsExactly(first, second);
    assertThat(journal("to", "2026-05-03")).containsExactly(third);
    assertThat(journal("from", "2026-05-03", "to", "2026-05-03")).containsExactly(third);
    assertThat(journal("currency", "USD")).containsExactly(first);
    assertThat(journal("cause", "REFUNDED")).containsExactly(second);
    String next =
        given()
            .queryParams("cpo", cpo, "size", 1, "count", true)
            .get("/journal")
            .then()
            .body("total", equalTo(3))
            .body("totalIsExact", equalTo(true))
            .extract()
            .path("next");
    assertThat(journal("after", next, "size", "1")).containsExactly(second);
    assertThat(journal("after", next)).containsExactly(second, third);
    assertThat(journal("outcome", "FULL")).isEmpty();
  }

  @Test
  void listsTheJournalByTheOutcomeOfItsPayments() throws SQLException {
    String declined = tap(NOON, "EUR");
    books.book(
        Books.Entry.of(declined, Cause.GATEWAY_FEE, NOON),
        "DEBIT GATEWAY_FEES 100 EUR",
        "CREDIT RECEIVABLE_FROM_GATEWAY 100 EUR");
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> assertThat(journal("outcome", "NOTHING_DUE")).containsExactly(declined));
    assertThat(journal("outcome", "FULL")).isEmpty();
  }

  @Test
  void readsAnEmptyFilterAsOneThatIsLeftOut() throws SQLException {
    String reference = book(Cause.CAPTURED, NOON, "EUR");

    given()
        .queryParams("reference", reference, "cpo", "", "currency", "", "cause", "")
        .get("/journal")
        .then()
        .statusCode(200)
        .body("items.reference", contains(reference));
  }

  @Test
  void listsTheReportThatWasReadLastFirstAPageAtATime() {
    int before = counted("/reports");
    String first = read("1.00");
    String second = read("2.00");
    assertThat(counted("/reports")).isEqualTo(before + 2);

    String next =
        given()
            .param("size", 1)
            .get("/reports")
            .then()
            .body("items.reportId", contains(second))
            .extract()
            .path("next");
    given()
        .params("size", 1, "after", next)
        .get("/reports")
        .then()
        .body("items.reportId", contains(first));
  }

  private String read(String amount) {
    return given()
        .contentType("text/csv")
        .queryParam("gateway", "PAYTER")
        .body("Session ID,Type,Currency,Amount\n%s,SALE,EUR,%s\n".formatted(cpo, amount))
        .post("/reports")
        .then()
        .statusCode(200)
        .extract()
        .path("reportId");
  }

  private String book(Cause cause, Instant at, String currency) throws SQLException {
    String reference = Records.referenceOf(at);
    books.book(Books.Entry.of(reference, cause, at), GATEWAY + currency, CARD_HOLDER + currency);
    return reference;
  }

  private String tap(Instant at, String currency) {
    String reference = Records.referenceOf(at);
    publish(reference, currency);
    return reference;
  }

  private void publish(String reference, String currency) {
    var none = new Money(0L, currency);
    AuthorizationChanged declined =
        Records.authorization(reference, 0, 3, AuthorizationStatus.DECLINED)
            .setCpoId(cpo)
            .setRequested(new Money(5000L, currency))
            .setAuthorized(none)
            .setCaptured(none)
            .setReleased(none)
            .setRefunded(none)
            .setAttempts(List.of())
            .build();
    try (TopicProbe probe = TopicProbe.ofApplication()) {
      probe.publish(AUTHORIZATIONS, reference, declined);
    }
  }

  private static JsonPath settlement(String reference) {
    return given().get("/settlements/{reference}", reference).jsonPath();
  }

  private List<String> settlements(String... parameters) {
    return references("/settlements", parameters);
  }

  private List<String> journal(String... parameters) {
    return references("/journal", parameters);
  }

  private List<String> references(String path, String... parameters) {
    var request = asked(parameters);
    return request.get(path).then().statusCode(200).extract().jsonPath().getList("items.reference");
  }

  /** How many there are, which a page of one tells. */
  private int counted(String path, String... parameters) {
    return asked(parameters).queryParams("size", 1, "count", true).get(path).path("total");
  }

  private RequestSpecification asked(String... parameters) {
    var request = given().queryParam("cpo", cpo);
    for (int i = 0; i < parameters.length; i += 2) {
      request.queryParam(parameters[i], parameters[i + 1]);
    }
    return request;
  }
}
