package dev.holdfast.terminal;

import static dev.holdfast.terminal.Doors.bind;
import static dev.holdfast.terminal.Doors.contractedCpo;
import static dev.holdfast.terminal.Doors.get;
import static dev.holdfast.terminal.Doors.newSerial;
import static dev.holdfast.terminal.Doors.post;
import static dev.holdfast.terminal.Doors.readyTerminal;
import static dev.holdfast.terminal.Doors.register;
import static dev.holdfast.terminal.Doors.vendorKnows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.holdfast.contracts.Topic;
import dev.holdfast.events.Environment;
import dev.holdfast.events.Money;
import dev.holdfast.events.Readiness;
import dev.holdfast.events.ReadinessReason;
import dev.holdfast.events.TerminalChange;
import dev.holdfast.events.TerminalChanged;
import dev.holdfast.events.VendorEnvironment;
import dev.holdfast.testkit.Published;
import dev.holdfast.testkit.Stack;
import dev.holdfast.testkit.TopicProbe;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = Stack.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "simulator", value = "true"))
class TerminalsIT {
  private static TopicProbe probe;

  @BeforeAll
  static void open() {
    probe = TopicProbe.ofApplication();
  }

  @AfterAll
  static void close() {
    probe.close();
  }

  @Test
  void isReadyOnceVendorChargerAndContractAreThere() {
    var cpoId = contractedCpo();
    var serial = readyTerminal(cpoId);

    get("/terminals/" + serial)
        .statusCode(200)
        .body("readiness", equalTo("READY"))
        .body("reasons", empty())
        .body("hold", nullValue())
        .body("effective.hold.minorUnits", equalTo(5000))
        .body("vendorFacts.TEST.known", equalTo("SEEN"))
        .body("vendorFacts.PRODUCTION.known", equalTo("NOT_SEEN"));
    var published = awaitChanges(serial, 3);
    assertThat(published)
        .extracting(TerminalChanged::getChange)
        .containsExactly(
            TerminalChange.REGISTERED, TerminalChange.READINESS_CHANGED, TerminalChange.BOUND);
    assertThat(published.getLast())
        .satisfies(last -> {
          assertThat(last.getVersion()).isEqualTo(3);
          assertThat(last.getReadiness()).isEqualTo(Readiness.READY);
          assertThat(last.getReasons()).isEmpty();
          assertThat(last.getEnvironment()).isEqualTo(Environment.ACCEPTANCE);
          assertThat(last.getVendorEnvironment()).isEqualTo(VendorEnvironment.TEST);
          assertThat(last.getCpoId()).isEqualTo(cpoId);
          assertThat(last.getEvseIds()).containsExactly("NL*ABC*E1*1");
          assertThat(last.getHoldAmount()).isEqualTo(new Money(5000L, "EUR"));
          assertThat(last.getOverCommit()).isFalse();
        });
  }

  @Test
  void isNotReadyWhileTheVendorDoesNotKnowIt() {
    var serial = newSerial();
    register(serial).statusCode(201).body("readiness", equalTo("NOT_READY"));
    bind(serial, contractedCpo()).statusCode(200).body("reasons", contains("UNKNOWN_TO_VENDOR"));
    assertThat(awaitChanges(serial, 2).getLast().getReasons())
        .containsExactly(ReadinessReason.UNKNOWN_TO_VENDOR);

    vendorKnows("test", serial, "{}");
    post("/terminals/" + serial + "/refresh").statusCode(200).body("readiness", equalTo("READY"));
    assertThat(awaitChanges(serial, 3).getLast().getChange())
        .isEqualTo(TerminalChange.READINESS_CHANGED);
  }

  @Test
  void isNotReadyInTheVendorsOtherCloud() {
    var serial = newSerial();
    vendorKnows("production", serial, "{}");
    register(serial).statusCode(201);
    bind(serial, contractedCpo()).body("reasons", contains("WRONG_VENDOR_ENVIRONMENT"));
  }

  @Test
  void namesWhatTheVendorHasNotDoneAndWhatDiffers() {
    var serial = newSerial();
    vendorKnows(
        "test", serial, "{\"currency\": \"CHF\", \"activated\": false, \"configured\": false}");
    register(serial).statusCode(201);
    bind(serial, contractedCpo())
        .body("reasons", contains("NOT_ACTIVATED", "NOT_CONFIGURED", "CURRENCY_MISMATCH"));
  }

  @Test
  void publishesNothingWhenNothingChanged() {
    var cpoId = contractedCpo();
    var serial = readyTerminal(cpoId);
    awaitChanges(serial, 3);

    Doors.registerAgain(serial).statusCode(200).body("version", equalTo(3));
    bind(serial, cpoId).statusCode(200).body("version", equalTo(3));
    post("/terminals/" + serial + "/refresh").statusCode(200).body("version", equalTo(3));
    Doors.putContract(cpoId, "\"validFrom\": \"" + Doors.LONG_AGO + "\"").statusCode(200);
    Doors.whateverIsThere()
        .delete("/terminals/" + serial + "/binding")
        .then()
        .body("version", equalTo(4));
    Doors.whateverIsThere()
        .delete("/terminals/" + serial + "/binding")
        .then()
        .body("version", equalTo(4));

    assertThat(awaitChanges(serial, 4).getLast().getChange()).isEqualTo(TerminalChange.UNBOUND);
  }

  @Test
  void movesToAnotherChargerAndKeepsThePast() {
    var first = contractedCpo();
    var second = contractedCpo();
    var serial = readyTerminal(first);
    bind(serial, second).statusCode(200).body("binding.cpoId", equalTo(second));

    hasHadBindings(serial, List.of(second, first), true);
    Doors.retire(serial).statusCode(200).body("retired", equalTo(true));
    hasHadBindings(serial, List.of(second, first), false);
  }

  @Test
  void takesNothingMoreOnceItIsRetired() {
    var cpoId = contractedCpo();
    var serial = readyTerminal(cpoId);

    Doors.retire(serial).body("reasons", contains("RETIRED"));
    Doors.retire(serial).statusCode(200);
    Doors.registerAgain(serial).statusCode(409).body("field", equalTo("serial"));
    bind(serial, cpoId).statusCode(409);
    assertThat(awaitChanges(serial, 4).getLast().getChange()).isEqualTo(TerminalChange.RETIRED);
  }

  @Test
  void listsByReadinessReasonCpoAndText() {
    var cpoId = contractedCpo();
    var ready = readyTerminal(cpoId);
    var unknown = newSerial();
    register(unknown);
    bind(unknown, cpoId);

    get("/terminals?cpo=" + cpoId).body("items.serial", contains(ready, unknown));
    get("/terminals?cpo=" + cpoId + "&size=1&count=true")
        .body("items.serial", contains(ready))
        .body("next", equalTo(ready))
        .body("total", equalTo(2))
        .body("totalIsExact", equalTo(true));
    get("/terminals?cpo=" + cpoId + "&size=1&after=" + ready)
        .body("items.serial", contains(unknown))
        .body("next", nullValue());
    get("/terminals?readiness=READY&cpo=" + cpoId).body("items.serial", contains(ready));
    get("/terminals?readiness=NOT_READY&cpo=" + cpoId).body("items.serial", contains(unknown));
    get("/terminals?reason=UNKNOWN_TO_VENDOR&cpo=" + cpoId).body("items.serial", contains(unknown));
    get("/terminals?reason=VENDOR_DOWN&cpo=" + cpoId).body("items", empty());
    get("/terminals?q=CH-" + ready).body("items.serial", contains(ready));
    get("/terminals?q=" + ready).body("items.serial", contains(ready));
    get("/terminals?q=P68TES_").body("items", empty());
  }

  private static void hasHadBindings(String serial, List<String> cpoIds, boolean isBound) {
    var last = isBound ? nullValue() : notNullValue();
    get("/terminals/" + serial + "/bindings?count=true")
        .body("items.cpoId", equalTo(cpoIds))
        .body("items[0].validTo", last)
        .body(
            "items[1].validTo",
            equalTo(get("/terminals/" + serial + "/bindings").extract().path("items[0].validFrom")))
        .body("total", equalTo(cpoIds.size()));
  }

  /** All that was published of a terminal once that version is there: each version exactly once. */
  private static List<TerminalChanged> awaitChanges(String serial, int version) {
    var published =
        probe
            .await(Topic.TERMINALS, TerminalChanged.class, serial, seen -> seen.size() >= version)
            .stream()
            .map(Published::value)
            .toList();
    assertThat(published)
        .extracting(TerminalChanged::getVersion)
        .isEqualTo(LongStream.rangeClosed(1, version).boxed().toList());
    return published;
  }
}
