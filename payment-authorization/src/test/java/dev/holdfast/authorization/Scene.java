package dev.holdfast.authorization;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import dev.holdfast.contracts.Topic;
import dev.holdfast.events.AuthorizationChange;
import dev.holdfast.events.AuthorizationChanged;
import dev.holdfast.events.Environment;
import dev.holdfast.events.Method;
import dev.holdfast.events.Money;
import dev.holdfast.events.Readiness;
import dev.holdfast.events.ReadinessReason;
import dev.holdfast.events.Rung;
import dev.holdfast.events.SettlementChange;
import dev.holdfast.events.SettlementChanged;
import dev.holdfast.events.SettlementStatus;
import dev.holdfast.events.TerminalChange;
import dev.holdfast.events.TerminalChanged;
import dev.holdfast.events.VendorChanged;
import dev.holdfast.events.VendorEnvironment;
import dev.holdfast.events.VendorStatus;
import dev.holdfast.testkit.Published;
import dev.holdfast.testkit.TopicProbe;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * A driver, a terminal, its cloud, and the two neighbours of this service, as the tests need them.
 */
public final class Scene implements AutoCloseable {
  /** Grows from run to run, too: a broker that is given keeps what was published before. */
  private static final AtomicLong VENDOR_VERSION = new AtomicLong(System.currentTimeMillis());

  private final TopicProbe topics;
  private final String simulator;

  /** With the application under test. */
  public Scene() {
    this(
        TopicProbe.ofApplication(),
        ConfigProvider.getConfig().getValue("holdfast.payter.test.url", String.class));
  }

  Scene(TopicProbe topics, String testCloud) {
    this.topics = topics;
    this.simulator = testCloud.replaceAll("/test$", "");
  }

  /** A terminal of its own for each test: READY, online, 50.00 EUR a hold. */
  public String terminal() {
    var serial = "P68" + ThreadLocalRandom.current().nextLong(10_000_000_000L, 99_999_999_999L);
    setUp(serial, true);
    announce(serial, 1, Readiness.READY);
    await().atMost(30, SECONDS).until(() -> isKnown(serial));
    return serial;
  }

  public void announce(String serial, long version, Readiness readiness) {
    var reasons =
        readiness == Readiness.READY
            ? List.<ReadinessReason>of()
            : List.of(ReadinessReason.CPO_NOT_CONTRACTED);
    topics.publish(
        Topic.TERMINALS,
        serial,
        TerminalChanged.newBuilder()
            .setSerial(serial)
            .setVersion(version)
            .setOccurredAt(Instant.now())
            .setChange(TerminalChange.READINESS_CHANGED)
            .setEnvironment(Environment.ACCEPTANCE)
            .setVendor("PAYTER")
            .setVendorEnvironment(VendorEnvironment.TEST)
            .setCpoId("CPO-1")
            .setChargerId("CHARGER-1")
            .setEvseIds(List.of("E1"))
            .setCountry("NL")
            .setCurrency("EUR")
            .setReadiness(readiness)
            .setReasons(reasons)
            .setHoldAmount(eur(5000))
            .setOverCommit(true)
            .build());
  }

  /** The references of money taken, in the order in which the cloud took it. */
  List<String> takenInOrder() {
    List<Map<String, Object>> lines = control().get("/simulator/journal").jsonPath().getList("");
    return lines.stream()
        .filter(line -> "TAKEN".equals(line.get("kind")))
        .map(line -> String.valueOf(line.get("reference")).replaceFirst(":.*", ""))
        .toList();
  }

  /** The registry tells how Payter's TEST cloud is doing: the one of every terminal here. */
  void vendorIs(VendorStatus status) {
    topics.publish(
        Topic.VENDORS,
        "PAYTER/TEST",
        VendorChanged.newBuilder()
            .setVendor("PAYTER")
            .setVendorEnvironment(VendorEnvironment.TEST)
            .setVersion(VENDOR_VERSION.incrementAndGet())
            .setOccurredAt(Instant.now())
            .setStatus(status)
            .setSince(Instant.now())
            .build());
  }

  private static boolean isKnown(String serial) {
    return !"terminalSerial".equals(probe(serial).jsonPath().getString("field"));
  }

  /** A request that can never place a hold tells how the terminal stands. */
  static Response probe(String serial) {
    return post(
        """
        {"terminalSerial": "%s", "evseId": "E1", "amount": {"minorUnits": 1, "currency": "USD"}}
        """
            .formatted(serial));
  }

  void setUp(String serial, boolean online) {
    var body = Map.of("currency", "EUR", "online", online, "activated", true, "configured", true);
    control().body(body).put("/simulator/clouds/test/terminals/" + serial).then().statusCode(200);
  }

  /** How the cloud speaks; what is not named is as others meet it. */
  public void speak(Map<String, Object> dialect) {
    control().body(dialect).put("/simulator/clouds/test/dialect").then().statusCode(200);
  }

  /** Another system of the same account opens a session there; its name. */
  public String openForOthers(String serial, long minorUnits) {
    return control()
        .body(Map.of("minorUnits", minorUnits))
        .post("/simulator/clouds/test/terminals/" + serial + "/sessions")
        .then()
        .statusCode(201)
        .extract()
        .path("sessionId");
  }

  /** The card waits at the terminal until that reads cards. */
  public void tap(String serial, String profile, long validForSeconds) {
    tap(serial, Map.of("profile", profile, "validForSeconds", validForSeconds));
  }

  public void tap(String serial, Map<String, Object> card) {
    control()
        .body(card)
        .post("/simulator/clouds/test/terminals/" + serial + "/tap")
        .then()
        .statusCode(200);
  }

  public void fault(String operation, String kind, String serial) {
    fault(operation, kind, serial, 10_000);
  }

  /** The next such call at this terminal goes wrong. */
  public void fault(String operation, String kind, String serial, long delayMillis) {
    control()
        .body(
            Map.of(
                "operation", operation,
                "kind", kind,
                "serial", serial,
                "delayMillis", delayMillis))
        .post("/simulator/faults")
        .then()
        .statusCode(201);
  }

  /** Somebody takes so much of a hold at the vendor, past this service. */
  void commitInThePortal(String serial, String reference, long minorUnits) {
    String session =
        given().get("/authorizations/" + reference).path("attempts[0].gatewayReference");
    var key = ConfigProvider.getConfig().getValue("holdfast.payter.test.api-key", String.class);
    control()
        .header("Authorization", "CPS apikey=\"%s\"".formatted(key))
        .post(
            "/test/terminals/%s/sessions/%s/commit?commitAmount=%d"
                .formatted(serial, session, minorUnits))
        .then()
        .statusCode(200);
  }

  /** Have all faults been used that were ordered? */
  public boolean areFaultsUsed() {
    return control().get("/simulator/faults").jsonPath().getList("").isEmpty();
  }

  /** What the cloud's own journal says, as KIND amount. */
  public List<String> journal(String reference) {
    List<Map<String, Object>> lines =
        control().get("/simulator/journal?reference=" + reference).jsonPath().getList("");
    return lines.stream().map(line -> line.get("kind") + " " + line.get("minorUnits")).toList();
  }

  private RequestSpecification control() {
    return given().noFilters().baseUri(simulator).contentType(ContentType.JSON);
  }

  public static Response post(String body) {
    return given().contentType(ContentType.JSON).body(body).post("/authorizations");
  }

  /** As somebody in operations would. */
  static Response cancel(String reference) {
    return given()
        .contentType(ContentType.JSON)
        .body("{\"by\": \"ops\", \"reason\": \"wrong bay\"}")
        .post("/authorizations/" + reference + "/cancel");
  }

  public static Response ask(String serial, int waitSeconds) {
    return post(
        """
        {"terminalSerial": "%s", "evseId": "E1", "waitSeconds": %d}
        """
            .formatted(serial, waitSeconds));
  }

  /** A card that is held to a terminal, and then a hold of 50.00 on it. */
  public String held(String serial, String profile) {
    tap(serial, profile, 172_800);
    return ask(serial, 20).then().statusCode(201).extract().path("reference");
  }

  public void settle(String reference, long version, Rung... plan) {
    settle(reference, version, 0, plan);
  }

  /** An order of settlement, which knows that so much was paid back. */
  void settle(String reference, long version, long refunded, Rung... plan) {
    topics.publish(
        Topic.SETTLEMENTS,
        reference,
        SettlementChanged.newBuilder()
            .setReference(reference)
            .setVersion(version)
            .setOccurredAt(Instant.now())
            .setChange(SettlementChange.DECIDED)
            .setStatus(SettlementStatus.DECIDED)
            .setRefunded(eur(refunded))
            .setPlan(Arrays.asList(plan))
            .build());
  }

  public static Rung rung(Method method, long minorUnits) {
    return new Rung(method, eur(minorUnits));
  }

  static Money eur(long minorUnits) {
    return new Money(minorUnits, "EUR");
  }

  /** Every version of a payment up to and with that change; fails when it does not come. */
  public List<AuthorizationChanged> until(String reference, AuthorizationChange last) {
    return topics
        .await(
            Topic.AUTHORIZATIONS,
            AuthorizationChanged.class,
            reference,
            seen -> seen.stream().anyMatch(each -> each.value().getChange() == last))
        .stream()
        .map(Published::value)
        .toList();
  }

  List<AuthorizationChanged> versions(String reference) {
    return topics.read(Topic.AUTHORIZATIONS, AuthorizationChanged.class, reference).stream()
        .map(Published::value)
        .toList();
  }

  @Override
  public void close() {
    control().delete("/simulator/faults");
    speak(Map.of());
    topics.close();
  }
}
