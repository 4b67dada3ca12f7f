package dev.holdfast.settlement;

import static dev.holdfast.contracts.Topic.AUTHORIZATIONS;
import static dev.holdfast.contracts.Topic.JOURNAL;
import static dev.holdfast.contracts.Topic.SESSION_CLOSED;
import static dev.holdfast.settlement.Records.attempt;
import static dev.holdfast.settlement.Records.euro;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.holdfast.events.Attempt;
import dev.holdfast.events.AttemptKind;
import dev.holdfast.events.AttemptOutcome;
import dev.holdfast.events.AuthorizationStatus;
import dev.holdfast.events.JournalCause;
import dev.holdfast.events.JournalEntryPosted;
import dev.holdfast.testkit.Stack;
import dev.holdfast.testkit.TopicProbe;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Stack.class, scope = TestResourceScope.GLOBAL)
class ReportIT implements SoundBooks {
  private static final String HEADER = "Session ID,Type,Currency,Amount,Fee,Payout ID,Date\n";

  private final TopicProbe probe = TopicProbe.ofApplication();

  /** Of each test its own, so that its report covers no other's payments. */
  private final Instant day =
      Instant.parse("2001-01-01T00:00:00Z")
          .plus(ThreadLocalRandom.current().nextInt(8_000), ChronoUnit.DAYS);

  @AfterEach
  void close() {
    probe.close();
  }

  @Test
  void tellsOfEachLineWhatBecameOfItAndBooksWhatAgrees() {
    String agreed = captured(2340);
    String differing = captured(1000);
    String unnamed = captured(500);
    String file =
        HEADER
            + line(agreed, "CAPTURE", "23.40", "0.30")
            + line(differing, "CAPTURE", "10.01", "0.20")
            + line("nobody's " + agreed, "CAPTURE", "7.00", "0.10")
            + line(agreed, "CAPTURE", "23.40", "0.30")
            + line(agreed, "CAPTURE", "twenty", "0.30")
            + "4111 1111 1111 1111,CAPTURE,EUR,1.00,,,\n"
            + line("", "PAYOUT", "53.24", "")
            + line("", "MONTHLY FEE", "-5.00", "");

    String report =
        post(file)
            .statusCode(200)
            .body("gateway", equalTo("PAYTER"))
            .body("lines", equalTo(8))
            .body("coversFrom", equalTo(day.toString()))
            .body("results.MATCHED", equalTo(1))
            .body("results.AMOUNT_DIFFERS", equalTo(2))
            .body("results.MISSING_HERE", equalTo(2))
            .body("results.DUPLICATE", equalTo(1))
            .body("results.BROKEN", equalTo(2))
            .body("results.MISSING_THERE", equalTo(1))
            .extract()
            .path("reportId");
    lines(report, "")
        .body("items.line", contains(2, 3, 4, 5, 6, 7, 9, 8, null))
        .body("items[1].remedy", containsString("here it is EUR 10.00"))
        .body("items[1].reference", equalTo(differing))
        .body("items[4].remedy", containsString("twenty is no amount"))
        .body("items[5].remedy", containsString("looks like a card number"))
        .body("items[5].gatewayReference", equalTo(null));
    String next = lines(report, "", 8).body("items", hasSize(8)).extract().path("next");
    given()
        .param("after", next)
        .param("count", true)
        .get("/reports/{id}/lines", report)
        .then()
        .body("items.result", contains("MISSING_THERE"))
        .body("total", equalTo(9));
    lines(report, "MISSING_THERE").body("items.reference", contains(unnamed));

    List<JournalEntryPosted> booked = awaitBooked(agreed, JournalCause.PAID_OUT);
    assertThat(booked).extracting(JournalEntryPosted::getCause).contains(JournalCause.GATEWAY_FEE);
    assertThat(booked.getLast().getLines().getFirst().getAmount()).isEqualTo(euro(2310));
    given().param("reference", differing).get("/journal").then().body("items.cause", hasSize(2));
  }

  @Test
  void changesNothingWhenTheSameFileComesAgain() {
    String reference = captured(2340);
    String file = HEADER + line(reference, "COMMIT", "23.40", "0.30");
    ValidatableResponse first = post(file).statusCode(200);
    String body = first.extract().body().asString();

    List<Response> again;
    try (var threads = Executors.newFixedThreadPool(3)) {
      again =
          List.of(1, 2, 3).stream()
              .map(_ ->
                  CompletableFuture.supplyAsync(() -> post(file).extract().response(), threads))
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .toList();
    }
    // One is read at a time: who comes meanwhile is asked to come again.
    assertThat(again).allSatisfy(answer -> assertThat(answer.statusCode()).isIn(200, 409));
    assertThat(again)
        .filteredOn(answer -> answer.statusCode() == 200)
        .isNotEmpty()
        .allSatisfy(answer -> assertThat(answer.body().asString()).isEqualTo(body));
    given().param("reference", reference).get("/journal").then().body("items.cause", hasSize(4));
    given()
        .param("size", 500)
        .get("/reports")
        .then()
        .body(
            "items.findAll { it.reportId == '%s' }"
                .formatted(first.extract().<String>path("reportId")),
            hasSize(1));
  }

  @Test
  void booksNothingAgainThatAnotherReportHasNamed() {
    String reference = captured(2340);
    post(HEADER + line(reference, "SALE", "23.40", "0.30")).body("results.MATCHED", equalTo(1));
    post(HEADER + line(reference, "SALE", "23.40", "0.31"))
        .body("results.MATCHED", equalTo(0))
        .body("results.DUPLICATE", equalTo(1))
        .body("results.MISSING_THERE", equalTo(0));
    given().param("reference", reference).get("/journal").then().body("items.cause", hasSize(4));
  }

  @Test
  void missesOnlyWhatNoReportNamesInTheTimeOfItsCurrency() {
    captured(500);
    Instant before = day.minusSeconds(60);
    Instant after = day.plusSeconds(60);
    post(HEADER + other("USD", before) + other("USD", after) + other("EUR", after))
        .body("results.MISSING_THERE", equalTo(0));
    post(HEADER + other("EUR", before) + other("EUR", after))
        .body("results.MISSING_THERE", equalTo(1));
  }

  @Test
  void doesNotMissWhatAnEarlierReportNamesWithAnotherAmount() {
    String differing = captured(1000);
    post(HEADER + line(differing, "SALE", "10.01", "0.20"))
        .body("results.AMOUNT_DIFFERS", equalTo(1));
    post(HEADER + other("EUR", day)).body("results.MISSING_THERE", equalTo(0));
  }

  private static String other(String currency, Instant at) {
    return "another's,SALE,%s,1.00,,,%s\n".formatted(currency, at);
  }

  @Test
  void findsWhatAdyenMovedAtTerminalsOfAnyVendor() {
    String reference = captured(2340);
    String file =
        "Type,Psp Reference,Gross Currency,Gross Debit (GC),Gross Credit (GC)\n"
            + "Settled,%s,EUR,,23.40\n".formatted(reference);
    given()
        .contentType("text/csv")
        .queryParam("gateway", "ADYEN")
        .body(file)
        .post("/reports")
        .then()
        .body("results.MATCHED", equalTo(1));
    given().param("reference", reference).get("/journal").then().body("items.cause", hasSize(2));
  }

  @Test
  void booksThePayoutThatOnlyALaterReportNames() {
    String reference = captured(2340);
    post(HEADER + "%s,SALE,EUR,23.40,0.30,,%s\n".formatted(reference, day)).statusCode(200);
    given().param("reference", reference).get("/journal").then().body("items.cause", hasSize(3));
    post(HEADER + line(reference, "SALE", "23.40", "0.30")).body("results.DUPLICATE", equalTo(1));
    awaitBooked(reference, JournalCause.PAID_OUT);
    given().param("reference", reference).get("/journal").then().body("items.cause", hasSize(4));
  }

  @Test
  void tellsInTheTrailWhatTheGatewayKept() {
    String reference = captured(2340);
    post(HEADER + line(reference, "SALE", "23.40", "0.30")).statusCode(200);
    when()
        .get("/settlements/{reference}", reference)
        .then()
        .body("status", equalTo("SETTLED"))
        .body("journal.findAll { it.cause == 'GATEWAY_FEE' }", hasSize(1));
  }

  /** A settled payment, whose reference is what the gateway calls it, too. */
  private String captured(long cents) {
    String reference = UUID.randomUUID().toString();
    var captured =
        Records.authorization(reference, 5000, 5, AuthorizationStatus.CAPTURED)
            .setVendor("PAYTER")
            .setCaptured(euro(cents))
            .setReleased(euro(5000 - cents))
            .setAttempts(
                List.of(
                    attempt(1, AttemptKind.AUTHORIZE, 5000),
                    new Attempt(
                        2,
                        AttemptKind.CAPTURE,
                        euro(cents),
                        AttemptOutcome.APPROVED,
                        reference,
                        null,
                        day,
                        null)))
            .build();
    probe.publish(AUTHORIZATIONS, reference, captured);
    probe.publish(SESSION_CLOSED, reference, Records.closed(reference, cents));
    awaitBooked(reference, JournalCause.CAPTURED);
    return reference;
  }

  private List<JournalEntryPosted> awaitBooked(String reference, JournalCause cause) {
    return probe
        .await(
            JOURNAL,
            JournalEntryPosted.class,
            reference,
            said -> said.stream().anyMatch(entry -> entry.value().getCause() == cause))
        .stream()
        .map(published -> published.value())
        .toList();
  }

  private String line(String name, String type, String amount, String fee) {
    String time = day.toString();
    return "%s,%s,EUR,%s,%s,payout of %s,%s\n".formatted(name, type, amount, fee, time, time);
  }

  private static ValidatableResponse post(String file) {
    return given()
        .contentType("text/csv")
        .queryParam("gateway", "PAYTER")
        .body(file)
        .post("/reports")
        .then();
  }

  private static ValidatableResponse lines(String report, String result) {
    return lines(report, result, 50);
  }

  private static ValidatableResponse lines(String report, String result, int size) {
    return given()
        .param("result", result)
        .param("size", size)
        .get("/reports/{id}/lines", report)
        .then();
  }
}
