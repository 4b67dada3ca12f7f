package dev.holdfast.terminal;

import static dev.holdfast.terminal.Doors.bind;
import static dev.holdfast.terminal.Doors.contractedCpo;
import static dev.holdfast.terminal.Doors.get;
import static dev.holdfast.terminal.Doors.post;
import static dev.holdfast.terminal.Doors.put;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.holdfast.contracts.Topic;
import dev.holdfast.events.Readiness;
import dev.holdfast.events.TerminalChanged;
import dev.holdfast.events.VendorChanged;
import dev.holdfast.events.VendorEnvironment;
import dev.holdfast.events.VendorStatus;
import dev.holdfast.terminal.stripe.StripeResource;
import dev.holdfast.testkit.Published;
import dev.holdfast.testkit.SimulatedStripe;
import dev.holdfast.testkit.Stack;
import dev.holdfast.testkit.TopicProbe;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Readers of Stripe at every door, with the simulator of Stripe. */
@QuarkusTest
@WithTestResource(
    value = Stack.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "simulator", value = "true"))
@WithTestResource(value = StripeResource.class, scope = TestResourceScope.GLOBAL)
@SuppressWarnings("NullAway.Init") // the test framework fills the fields
class StripeReadersIT {
  private static final AtomicInteger NEXT = new AtomicInteger(100_000);
  private static TopicProbe probe;

  SimulatedStripe stripe;

  private final String reader = "tmr_FDOt2wlRZE" + NEXT.incrementAndGet();

  @BeforeAll
  static void open() {
    probe = TopicProbe.ofApplication();
  }

  @AfterAll
  static void close() {
    probe.close();
  }

  @Test
  void areReadyOnceStripeShowsThem() {
    register().statusCode(201).body("reasons[0]", equalTo("UNKNOWN_TO_VENDOR"));
    bind(reader, contractedCpo()).statusCode(200);
    get("/terminals/" + reader)
        .body("reasons", contains("UNKNOWN_TO_VENDOR"))
        .body("vendorFacts.TEST.known", equalTo("NOT_SEEN"))
        .body("vendorFacts.PRODUCTION.known", equalTo("NOT_SEEN"));
    diagnosis()
        .body("verdict.check", equalTo(4))
        .body("verdict.whoActs", equalTo("CPO"))
        .body("verdict.remedy", containsString("account in Stripe's test mode"));

    stands(Map.of());
    refresh().body("readiness", equalTo("READY"));

    diagnosis().body("verdict.ready", equalTo(true));
    get("/terminals?q=tmr_&cpo=" + cpo()).body("items.serial", contains(reader));
    var published = published(3);
    assertThat(published).extracting(TerminalChanged::getVendor).containsOnly("STRIPE");
    assertThat(published.getFirst().getReadiness()).isEqualTo(Readiness.NOT_READY);
    assertThat(published.getLast().getReadiness()).isEqualTo(Readiness.READY);
    assertThat(published.getLast().getVendorEnvironment()).isEqualTo(VendorEnvironment.TEST);
  }

  @Test
  void areInTheWrongEnvironmentInTheOtherMode() {
    stands(Map.of("livemode", true));

    register().statusCode(201).body("reasons[0]", equalTo("WRONG_VENDOR_ENVIRONMENT"));
    diagnosis()
        .body("verdict.check", equalTo(3))
        .body("verdict.whoActs", equalTo("CPO"))
        .body("checks[2].evidence", containsString("Stripe's live mode shows it"))
        .body("verdict.remedy", containsString(reader + " is an id of live mode"));
  }

  @Test
  void areWarnedOfWhileTheyAreOffline() {
    var lastSeen = Instant.parse("2026-06-01T11:00:00Z");
    stands(Map.of("status", "offline", "lastSeenAt", lastSeen.toEpochMilli()));
    register().statusCode(201);
    bind(reader, contractedCpo()).statusCode(200).body("readiness", equalTo("READY"));

    diagnosis()
        .body("verdict.ready", equalTo(true))
        .body("checks[8].outcome", equalTo("WARN"))
        .body("checks[8].evidence", containsString("last seen online at " + lastSeen));
  }

  @Test
  void needALocationAndMustNotBeDeleted() {
    stands(Map.of("location", ""));
    register().statusCode(201).body("reasons[0]", equalTo("NOT_CONFIGURED"));
    diagnosis().body("checks[3].remedy", containsString("Assign " + reader + " to a location"));

    stands(Map.of("deleted", true));
    refresh().body("reasons[0]", equalTo("NOT_ACTIVATED"));
    diagnosis().body("checks[3].remedy", containsString("Register the terminal again"));
  }

  @Test
  void areAskedForWhenNobodyRegisteredThem() {
    stands(Map.of());

    diagnosis()
        .body("verdict.check", equalTo(2))
        .body("verdict.remedy", containsString("Stripe's dashboard"))
        .body("checks[2].evidence", equalTo("Stripe's test mode shows it"));
  }

  @Test
  void areImportedWithTheTerminalsOfOthers() {
    stands(Map.of());
    var payter = Doors.newSerial();
    var file =
        """
        serial,vendor,country,currency
        %s,STRIPE,NL,EUR
        %s,PAYTER,NL,EUR
        %s,STRIPE,NL,EUR
        """
            .formatted(reader, payter, Doors.newSerial());

    given()
        .config(ImportIT.AS_IS)
        .contentType("text/csv")
        .body(file)
        .post("/terminals/import")
        .then()
        .statusCode(200)
        .body("results.outcome", contains("CREATED", "CREATED", "REFUSED"))
        .body("results[2].field", equalTo("vendor"));
    refresh().body("vendorFacts.TEST.state", equalTo("idle"));
  }

  @Test
  void haveAVendorOfWhichNobodyKnowsHowItIsDoing() {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> get("/vendors/STRIPE/TEST").statusCode(200));

    get("/vendors")
        .body(
            "items.findAll { it.vendor == 'STRIPE' }.detail.unique()",
            contains("not configured: set holdfast.stripe.status-page.url"));
    assertThat(
            probe.await(Topic.VENDORS, VendorChanged.class, "STRIPE/TEST", said -> !said.isEmpty()))
        .extracting(Published::value)
        .extracting(VendorChanged::getStatus)
        .containsExactly(VendorStatus.UNKNOWN);
  }

  /** A reader at a location, online and idle, in test mode, but for what is said here. */
  private void stands(Map<String, ?> settings) {
    stripe.put("readers/" + reader, settings);
  }

  private ValidatableResponse register() {
    return put(
        "/terminals/" + reader,
        "{\"vendor\": \"STRIPE\", \"country\": \"NL\", \"currency\": \"EUR\"}");
  }

  private ValidatableResponse refresh() {
    return post("/terminals/" + reader + "/refresh").statusCode(200);
  }

  private ValidatableResponse diagnosis() {
    return get("/terminals/" + reader + "/diagnosis").statusCode(200);
  }

  private String cpo() {
    return get("/terminals/" + reader).extract().path("binding.cpoId");
  }

  private List<TerminalChanged> published(int atLeast) {
    return probe
        .await(Topic.TERMINALS, TerminalChanged.class, reader, seen -> seen.size() >= atLeast)
        .stream()
        .map(Published::value)
        .toList();
  }
}
