package dev.holdfast.settlement;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.holdfast.contracts.Topic;
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
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a card holder's bank takes back, gives up again, and takes once more. */
@QuarkusTest
@WithTestResource(value = Stack.class, scope = TestResourceScope.GLOBAL)
class ChargebackIT implements SoundBooks {
  private static final String ADYEN =
      """
      Merchant Account,Psp Reference,Payment Method,Creation Date,TimeZone,Type,Modification Reference,Gross Currency,Gross Debit (GC),Gross Credit (GC),Net Currency,Net Debit (NC),Net Credit (NC),Batch Number
      """;

  private final TopicProbe probe = TopicProbe.ofApplication();
  private final Reports reports = new Reports();
  private final String name = "psp-" + UUID.randomUUID();
  private final String batch = UUID.randomUUID().toString();
  private final String reference = captured();

  @AfterEach
  void close() {
    probe.close();
  }

  @Test
  void isToBeAnsweredInTheTimeThatTheGatewayPublishes() {
    String report = read(line("Chargeback", "mc", "2026-05-04", "23.40,,EUR,30.90,"));
    chargebacks("CHARGEBACK")
        .body(found("respondBy"), equalTo("2026-06-13T00:00:00Z"))
        .body(found("respondBySource"), containsString("docs.adyen.com"))
        .body(found("amount.minorUnits"), equalTo(2340))
        .body(found("isBooked"), equalTo(false));
    reports.book(report, 1).statusCode(200);
    chargebacks("CHARGEBACK").body(found("isBooked"), equalTo(true));
    assertThat(Reports.balances(reference))
        .containsEntry("CHARGEBACKS", 2340)
        .containsEntry("GATEWAY_FEES", 750);
    when()
        .get("/settlements/{reference}", reference)
        .then()
        .body(
            "trail.findAll { it.kind == 'CHARGED_BACK' }.sentence",
            contains(
                "The card holder's bank took 23.40 EUR back (chargeback); answer no later than"
                    + " 2026-06-13T00:00:00Z."));
  }

  @Test
  void isWonWhenItIsReversedAndLostWhenItComesAgain() {
    read(line("Chargeback", "mc", "2026-05-04", "23.40,,EUR,30.90,"));
    read(line("ChargebackReversed", "mc", "2026-05-20", ",23.40,EUR,,23.40"));
    chargebacks("CHARGEBACK").body("items.reference", not(hasItem(reference)));
    chargebacks("REVERSAL")
        .body(found("amount.minorUnits"), equalTo(0))
        .body(found("respondBy"), nullValue());
    read(line("SecondChargeback", "mc", "2026-07-01", "23.40,,EUR,23.40,"));
    chargebacks("SECOND_CHARGEBACK")
        .body(found("amount.minorUnits"), equalTo(2340))
        .body(found("begunAt"), equalTo("2026-05-04T00:00:00Z"));
    when()
        .get("/settlements/{reference}", reference)
        .then()
        .body("trail.findAll { it.kind == 'CHARGED_BACK' }", hasSize(3));
  }

  @Test
  void isListedOnceHoweverManyFilesTellOfIt() {
    String one = line("Chargeback", "visa", "2026-05-04", "23.40,,EUR,30.90,");
    read(one);
    read(one + line("Fee", "", "2026-05-05", ",,EUR,1.00,"));
    chargebacks("CHARGEBACK")
        .body("items.findAll { it.reference == '" + reference + "' }", hasSize(1))
        .body(found("amount.minorUnits"), equalTo(2340));
  }

  @Test
  void isListedFirstWhereNobodyKnowsUntilWhenItCanBeAnswered() {
    reports.read(reports.line(name, "CHARGEBACK", "-23.40", "7.50"));
    chargebacks("CHARGEBACK")
        .body(found("respondBy"), nullValue())
        .body(found("respondBySource"), nullValue())
        .body("items[0].respondBy", nullValue());
    reports
        .post(
            "Session ID,Type,Currency,Amount,Respond By\n"
                + "nobody's %s,CHARGEBACK,EUR,-1.00,2026-06-30\n".formatted(name))
        .statusCode(200);
    chargebacks("CHARGEBACK")
        .body(
            "items.find { it.gatewayReference == \"nobody's " + name + "\" }.respondBySource",
            equalTo("the report"));
  }

  @Test
  void linksTheGatewaysChargesToThePayment() {
    reports.booked(reports.line(name, "FEE", "-0.40", ""));
    assertThat(Reports.balances(reference)).containsEntry("GATEWAY_CHARGES", 40);
    given()
        .param("reference", reference)
        .get("/journal")
        .then()
        .body("items.cause", hasItems("CAPTURED", "REPORTED"));
  }

  private String found(String field) {
    return "items.find { it.reference == '" + reference + "' }." + field;
  }

  private static ValidatableResponse chargebacks(String stage) {
    return given().params("stage", stage, "size", 500).get("/chargebacks").then().statusCode(200);
  }

  private String line(String type, String scheme, String day, String amounts) {
    return "HoldfastNL,%s,%s,%s,UTC,%s,%s,EUR,%s,%s\n"
        .formatted(
            type.equals("Fee") ? "" : name,
            scheme,
            day,
            type,
            UUID.nameUUIDFromBytes((name + type).getBytes(UTF_8)),
            amounts,
            batch);
  }

  private String read(String lines) {
    return reports.post("ADYEN", ADYEN + lines).statusCode(200).extract().path("reportId");
  }

  private String captured() {
    String paid = UUID.randomUUID().toString();
    var attempts =
        List.of(
            Records.attempt(1, AttemptKind.AUTHORIZE, 5000),
            new Attempt(
                2,
                AttemptKind.CAPTURE,
                Records.euro(2340),
                AttemptOutcome.APPROVED,
                name,
                null,
                Instant.parse("2026-05-01T12:00:00Z"),
                null));
    probe.publish(
        Topic.AUTHORIZATIONS,
        paid,
        Records.authorization(paid, 5000, 5, AuthorizationStatus.CAPTURED)
            .setVendor("PAYTER")
            .setCaptured(Records.euro(2340))
            .setReleased(Records.euro(2660))
            .setAttempts(attempts)
            .build());
    probe.publish(Topic.SESSION_CLOSED, paid, Records.closed(paid, 2340));
    probe.await(
        Topic.JOURNAL,
        JournalEntryPosted.class,
        paid,
        said -> said.stream().anyMatch(entry -> entry.value().getCause() == JournalCause.CAPTURED));
    return paid;
  }
}
