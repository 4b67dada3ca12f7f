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
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

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
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Stack.class, scope = TestResourceScope.GLOBAL)
class ReportIT implements SoundBooks {
  private static final Instant DAY = Instant.parse("2026-05-04T12:00:00Z");

  private final TopicProbe probe = TopicProbe.ofApplication();
  private final Reports reports = new Reports();

  @AfterEach
  void close() {
    probe.close();
  }

  @Test
  void tellsOfEachLineWhatItComesToAndBooksNothing() {
    String agreed = captured(2340);
    String differing = captured(1000);
    String report =
        reports.read(
            reports.line(agreed, "CAPTURE", "23.40", "0.30"),
            reports.line(differing, "CAPTURE", "10.01", "0.20"),
            reports.line("nobody's " + agreed, "CAPTURE", "7.00", "0.10"),
            reports.line(agreed, "CAPTURE", "twenty", "0.30"),
            "4111 1111 1111 1111,CAPTURE,EUR,1.00,,,\n",
            reports.line("", "SUBSCRIPTION", "-5.00", ""),
            reports.line("", "PAYOUT", "53.24", ""));

    when()
        .get("/reports/{report}", report)
        .then()
        .body("state", equalTo("JUDGED"))
        .body("version", equalTo(1))
        .body("lines", equalTo(7))
        .body("coversFrom", equalTo(DAY.toString()))
        .body("results.MATCHED", equalTo(1))
        .body("results.AMOUNT_DIFFERS", equalTo(2))
        .body("results.MISSING_HERE", equalTo(1))
        .body("results.OTHER", equalTo(1))
        .body("results.BROKEN", equalTo(2));
    reports
        .lines(report, "")
        .body("items.line", contains(2, 3, 4, 5, 6, 7, 8))
        .body("items[0].books.cause", contains("GATEWAY_FEE", "PAID_OUT"))
        .body("items[0].books[1].lines[0].account", equalTo("PAYOUT_IN_TRANSIT"))
        .body("items[1].remedy", containsString("here it is EUR 10.00"))
        .body("items[1].reference", equalTo(differing))
        .body("items[3].remedy", containsString("twenty is no amount"))
        .body("items[4].remedy", containsString("looks like a card number"))
        .body("items[4].gatewayReference", equalTo(null))
        .body("items[5].books[0].lines[1].account", equalTo("GATEWAY_CHARGES"));
    String next = reports.lines(report, "", 6).body("items", hasSize(6)).extract().path("next");
    given()
        .param("after", next)
        .param("count", true)
        .get("/reports/{id}/lines", report)
        .then()
        .body("items.result", contains("AMOUNT_DIFFERS"))
        .body("total", equalTo(7));
    journal(agreed).body("items.cause", not(hasItem("GATEWAY_FEE")));
    reports.book(report, 1).statusCode(409).body("title", equalTo("Payout differs"));
    journal(agreed).body("items.cause", not(hasItem("GATEWAY_FEE")));
  }

  @Test
  void booksWhenAPersonSaysSoAndEveryPayoutEndsAtZero() {
    String agreed = captured(2340);
    String report =
        reports.read(
            reports.line(agreed, "CAPTURE", "23.40", "0.30"),
            reports.line("", "SUBSCRIPTION", "-5.00", ""),
            reports.line("", "WHATEVER", "1.00", ""),
            reports.line("", "PAYOUT", "19.10", ""));
    when()
        .get("/reports/{report}/booking", report)
        .then()
        .body("sums.find { it.cause == 'BANKED' }.amount.minorUnits", equalTo(1910))
        .body("sums.find { it.cause == 'REPORTED' }.entries", equalTo(2));

    reports
        .book(report, 1)
        .statusCode(200)
        .body("state", equalTo("BOOKED"))
        .body("version", equalTo(2))
        .body("by", equalTo("Ines"));
    reports.book(report, 2).statusCode(409).body("detail", containsString("it is BOOKED"));
    assertThat(Reports.balances(agreed))
        .containsEntry("GATEWAY_FEES", 30)
        .containsEntry("PAYOUT_IN_TRANSIT", 2310)
        .containsEntry("RECEIVABLE_FROM_GATEWAY", 0);
    awaitBooked(agreed, JournalCause.PAID_OUT);
    when()
        .get("/settlements/{reference}", agreed)
        .then()
        .body("status", equalTo("SETTLED"))
        .body("journal.findAll { it.cause == 'GATEWAY_FEE' }", hasSize(1));
  }

  @Test
  void booksBackAndAgain() {
    String reference = captured(2340);
    String report =
        reports.read(
            reports.line(reference, "SALE", "23.40", "0.30"),
            reports.line("", "PAYOUT", "23.10", ""));
    reports.bookBack(report, 1).statusCode(409).body("detail", containsString("it is JUDGED"));
    reports.book(report, 1).statusCode(200);
    reports.bookBack(report, 2).statusCode(200).body("state", equalTo("BOOKED_BACK"));
    assertThat(Reports.balances(reference))
        .containsEntry("GATEWAY_FEES", 0)
        .containsEntry("PAYOUT_IN_TRANSIT", 0)
        .containsEntry("RECEIVABLE_FROM_GATEWAY", 2340);
    unreported().body("items.reference", hasItem(reference));
    reports.book(report, 3).statusCode(200).body("state", equalTo("BOOKED"));
    assertThat(Reports.balances(reference)).containsEntry("GATEWAY_FEES", 30);
    unreported().body("items.reference", not(hasItem(reference)));
  }

  @Test
  void changesNothingWhenTheSameFileComesAgain() {
    String reference = captured(2340);
    String file = reports.file(reports.line(reference, "COMMIT", "23.40", "0.30"));
    String first = reports.post(file).statusCode(200).extract().body().asString();

    List<Response> again;
    try (var threads = Executors.newFixedThreadPool(3)) {
      again =
          List.of(1, 2, 3).stream()
              .map(_ ->
                  CompletableFuture.supplyAsync(
                      () -> reports.post(file).extract().response(), threads))
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .toList();
    }
    // One of a gateway is read at a time: who comes meanwhile is asked to come again.
    assertThat(again).allSatisfy(answer -> assertThat(answer.statusCode()).isIn(200, 409));
    assertThat(again)
        .filteredOn(answer -> answer.statusCode() == 200)
        .isNotEmpty()
        .allSatisfy(answer -> assertThat(answer.body().asString()).isEqualTo(first));
  }

  @Test
  void booksTheFeeAndThePayoutThatOnlyALaterReportTells() {
    String reference = captured(2340);
    reports.booked("%s,SALE,EUR,23.40,,,%s\n".formatted(reference, DAY));
    assertThat(Reports.balances(reference)).containsEntry("RECEIVABLE_FROM_GATEWAY", 2340);
    String fee = reports.booked("%s,SALE,EUR,23.40,0.30,,%s\n".formatted(reference, DAY));
    assertThat(Reports.balances(reference)).containsEntry("RECEIVABLE_FROM_GATEWAY", 2310);
    String payout = reports.booked(reports.line(reference, "SALE", "23.40", ""));
    assertThat(Reports.balances(reference))
        .containsEntry("GATEWAY_FEES", 30)
        .containsEntry("PAYOUT_IN_TRANSIT", 2310)
        .containsEntry("RECEIVABLE_FROM_GATEWAY", 0);

    reports.bookBack(fee, 2).statusCode(409).body("detail", containsString(payout));
    reports.bookBack(payout, 2).statusCode(200);
    reports.bookBack(fee, 2).statusCode(200);
    assertThat(Reports.balances(reference)).containsEntry("RECEIVABLE_FROM_GATEWAY", 2340);
  }

  @Test
  void addsUpTheLinesOfACaptureOverSeveralFiles() {
    String reference = captured(2340);
    String whole = reports.booked(reports.line(reference, "SALE", "50.00", "0.30"));
    reports.lines(whole, "AMOUNT_DIFFERS").body("items", hasSize(1));
    String rest = reports.booked(reports.line(reference, "SALE", "-26.60", "0.00"));
    reports.lines(rest, "MATCHED").body("items", hasSize(1));
    assertThat(Reports.balances(reference))
        .containsEntry("PAYOUT_IN_TRANSIT", 2310)
        .containsEntry("RECEIVABLE_FROM_GATEWAY", 0);
  }

  @Test
  void booksWhatTheGatewayPaysOutTwiceAndTellsIt() {
    String reference = captured(2340);
    reports.booked(reports.line(reference, "SALE", "23.40", "0.30"));
    var others = new Reports();
    String again =
        others.booked(
            others.line(reference, "SALE", "23.40", "0.30"),
            others.line("", "PAYOUT", "23.10", ""));
    others.lines(again, "AMOUNT_DIFFERS").body("items[0].remedy", containsString("EUR 46.80"));
    assertThat(Reports.balances(reference))
        .containsEntry("PAYOUT_IN_TRANSIT", 4620)
        .containsEntry("RECEIVABLE_FROM_GATEWAY", -2340);
  }

  @Test
  void decidesAgainWhereItIsSomethingElseNow() {
    String reference = captured(2340);
    String first = reports.read(reports.line(reference, "SALE", "23.40", "0.30"));
    String second = reports.read(reports.line(reference, "SALE", "23.40", ""));
    reports.book(first, 1).statusCode(200);
    reports
        .book(second, 1)
        .statusCode(409)
        .body("newest.version", equalTo(2))
        .body("newest.results.DUPLICATE", equalTo(1));
    reports.book(second, null).statusCode(428).body("newest.version", equalTo(2));
    reports.book(second, 2).statusCode(200);
    assertThat(Reports.balances(reference)).containsEntry("GATEWAY_FEES", 30);
  }

  @Test
  void asksWhoseTheLinesAreThatBelongToNoPayment() {
    String report = reports.read(reports.line(UUID.randomUUID().toString(), "FEE", "-5.00", ""));
    given()
        .contentType("application/json")
        .body("{\"version\": 1, \"by\": \"Ines\", \"reason\": \"it agrees\"}")
        .post("/reports/{report}/booking", report)
        .then()
        .statusCode(422)
        .body("field", equalTo("cpo"))
        .body("detail", containsString("line 2"));
    reports.book(report, 1).statusCode(200);
    given()
        .params("cpo", Reports.CPO, "cause", "REPORTED")
        .get("/journal")
        .then()
        .body("items[0].lines.account", contains("RECEIVABLE_FROM_GATEWAY", "GATEWAY_CHARGES"));
  }

  @Test
  void linksAChargebackToItsPayment() {
    String reference = captured(2340);
    reports.booked(reports.line(reference, "CHARGEBACK", "-23.40", "7.50"));
    assertThat(Reports.balances(reference))
        .containsEntry("CHARGEBACKS", 2340)
        .containsEntry("PAYOUT_IN_TRANSIT", -3090)
        .containsEntry("RECEIVABLE_FROM_GATEWAY", 2340);
    unreported().body("items.reference", hasItem(reference));
  }

  @Test
  void findsWhatAdyenMovedAtTerminalsOfAnyVendor() {
    String reference = captured(2340);
    String file =
        """
        Type,Psp Reference,Gross Currency,Gross Debit (GC),Gross Credit (GC)
        Settled,%s,EUR,,23.40
        """
            .formatted(reference);
    reports.post("ADYEN", file).body("results.MATCHED", equalTo(1));
  }

  private static ValidatableResponse unreported() {
    return given().params("size", 500, "unreported", 1).get("/movements").then();
  }

  private static ValidatableResponse journal(String reference) {
    return given().param("reference", reference).get("/journal").then();
  }

  /** A settled payment, whose reference is what the gateway calls it, too. */
  private String captured(long cents) {
    String reference = UUID.randomUUID().toString();
    var capture =
        new Attempt(
            2,
            AttemptKind.CAPTURE,
            euro(cents),
            AttemptOutcome.APPROVED,
            reference,
            null,
            DAY,
            null);
    var captured =
        Records.authorization(reference, 5000, 5, AuthorizationStatus.CAPTURED)
            .setVendor("PAYTER")
            .setCaptured(euro(cents))
            .setReleased(euro(5000 - cents))
            .setAttempts(List.of(attempt(1, AttemptKind.AUTHORIZE, 5000), capture))
            .build();
    probe.publish(AUTHORIZATIONS, reference, captured);
    probe.publish(SESSION_CLOSED, reference, Records.closed(reference, cents));
    awaitBooked(reference, JournalCause.CAPTURED);
    return reference;
  }

  private void awaitBooked(String reference, JournalCause cause) {
    probe.await(
        JOURNAL,
        JournalEntryPosted.class,
        reference,
        said -> said.stream().anyMatch(entry -> entry.value().getCause() == cause));
  }
}
