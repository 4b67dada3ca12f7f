package dev.holdfast.terminal;

import static dev.holdfast.terminal.Doors.contractedCpo;
import static dev.holdfast.terminal.Doors.get;
import static dev.holdfast.terminal.Doors.post;
import static dev.holdfast.terminal.Doors.putContract;
import static dev.holdfast.terminal.Doors.readyTerminal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import dev.holdfast.contracts.Topic;
import dev.holdfast.events.TerminalChange;
import dev.holdfast.events.TerminalChanged;
import dev.holdfast.events.VendorChanged;
import dev.holdfast.events.VendorStatus;
import dev.holdfast.testkit.Published;
import dev.holdfast.testkit.Stack;
import dev.holdfast.testkit.TopicProbe;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What happens to terminals when their CPO or their vendor changes. */
@QuarkusTest
@WithTestResource(
    value = Stack.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "simulator", value = "true"))
class AroundTerminalsIT {
  private static TopicProbe probe;
  @Inject AgroalDataSource database;

  @BeforeAll
  static void open() {
    probe = TopicProbe.ofApplication();
  }

  @AfterAll
  static void close() {
    probe.close();
  }

  @Test
  void judgesACposTerminalsAnewWhenItsDefaultsChange() {
    var cpoId = contractedCpo();
    var serials = List.of(readyTerminal(cpoId), readyTerminal(cpoId));

    putHold(cpoId, 4000);
    for (var serial : serials) {
      var last = awaitVersion(serial, 4);
      assertThat(last.getChange()).isEqualTo(TerminalChange.UPDATED);
      assertThat(last.getHoldAmount().getMinorUnits()).isEqualTo(4000);
    }
    putHold(cpoId, 5001);
    assertThat(awaitVersion(serials.getFirst(), 5).getChange())
        .isEqualTo(TerminalChange.READINESS_CHANGED);
    get("/terminals/" + serials.getFirst()).body("reasons", contains("HOLD_ABOVE_LIMIT"));
  }

  @Test
  void stopsACposTerminalsWhenItsContractEnds() {
    var cpoId = contractedCpo();
    var serial = readyTerminal(cpoId);

    putContract(
            cpoId,
            "\"validFrom\": \"" + Doors.LONG_AGO + "\", \"validTo\": \"2021-01-01T00:00:00Z\"")
        .statusCode(200);
    get("/terminals/" + serial).body("reasons", contains("CPO_NOT_CONTRACTED"));
    get("/cpos?size=500").body("items.cpoId", hasItem(cpoId));
    assertThat(awaitVersion(serial, 4).getChange()).isEqualTo(TerminalChange.READINESS_CHANGED);
  }

  @Test
  void saysOnceThatTheVendorIsDownNotOnceForEachTerminal() {
    var cpoId = contractedCpo();
    var serial = readyTerminal(cpoId);
    awaitVendor("OPERATIONAL");
    try {
      Doors.statusPageSays("major_outage");
      awaitVendor("DOWN");

      get("/terminals/" + serial)
          .body("readiness", equalTo("NOT_READY"))
          .body("reasons", contains("VENDOR_DOWN"))
          .body("version", equalTo(3));
      get("/terminals?reason=VENDOR_DOWN&cpo=" + cpoId).body("items.serial", contains(serial));
      get("/terminals?readiness=NOT_READY&cpo=" + cpoId).body("items.serial", contains(serial));
      get("/terminals?readiness=READY&cpo=" + cpoId).body("items", empty());
      probe.await(
          Topic.VENDORS,
          VendorChanged.class,
          "PAYTER/TEST",
          seen -> !seen.isEmpty() && seen.getLast().value().getStatus() == VendorStatus.DOWN);
    } finally {
      Doors.statusPageSays("operational");
      awaitVendor("OPERATIONAL");
    }
    get("/terminals?readiness=READY&cpo=" + cpoId).body("items.serial", hasItems(serial));
    assertThat(probe.read(Topic.TERMINALS, TerminalChanged.class, serial)).hasSize(3);
  }

  @Test
  void visitsTheVendorByItselfWhenATerminalIsDue() throws SQLException {
    var serial = Doors.newSerial();
    Doors.register(serial).statusCode(201);
    Doors.bind(serial, contractedCpo()).body("reasons", contains("UNKNOWN_TO_VENDOR"));
    Doors.vendorKnows("test", serial, "{}");
    makeDue(serial);

    assertThat(awaitVersion(serial, 3).getChange()).isEqualTo(TerminalChange.READINESS_CHANGED);
    get("/terminals/" + serial).body("readiness", equalTo("READY"));
  }

  @Test
  void staysTrueWhenCpoAndTerminalsChangeAtTheSameTime() throws Exception {
    var cpoId = contractedCpo();
    var serials = IntStream.range(0, 6).mapToObj(_ -> readyTerminal(cpoId)).toList();

    try (var workers = Executors.newFixedThreadPool(4)) {
      var changes =
          IntStream.rangeClosed(1, 12)
              .<Callable<Object>>mapToObj(round -> () -> putHold(cpoId, 4000 + round));
      var refreshes =
          IntStream.range(0, 36)
              .<Callable<Object>>mapToObj(round -> () -> refresh(serials.get(round % 6)));
      for (var done : workers.invokeAll(Stream.concat(changes, refreshes).toList())) {
        done.get();
      }
    }
    putHold(cpoId, 4500);
    for (var serial : serials) {
      var version = get("/terminals/" + serial).extract().jsonPath().getLong("version");
      get("/terminals/" + serial).body("effective.hold.minorUnits", equalTo(4500));
      assertThat(awaitVersion(serial, version).getHoldAmount().getMinorUnits()).isEqualTo(4500);
    }
  }

  private void makeDue(String serial) throws SQLException {
    try (var connection = database.getConnection();
        var update =
            connection.prepareStatement(
                "update vendor_visit set due_at = now() where serial = ?")) {
      update.setString(1, serial);
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }

  private static Object putHold(String cpoId, int minorUnits) {
    return Doors.change(
            "/cpos/" + cpoId,
            "{\"country\": \"NL\", \"hold\": {\"minorUnits\": %d, \"currency\": \"EUR\"}}"
                .formatted(minorUnits))
        .statusCode(200);
  }

  private static Object refresh(String serial) {
    return post("/terminals/" + serial + "/refresh").statusCode(200);
  }

  private static void awaitVendor(String status) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() ->
            get("/vendors")
                .body("items.findAll { it.vendor == 'PAYTER' }.status", contains(status, status)));
  }

  /** That version, after all the versions before it, each exactly once and in order. */
  private static TerminalChanged awaitVersion(String serial, long version) {
    var published =
        probe
            .await(Topic.TERMINALS, TerminalChanged.class, serial, seen -> seen.size() >= version)
            .stream()
            .map(Published::value)
            .toList();
    assertThat(published)
        .extracting(TerminalChanged::getVersion)
        .isEqualTo(LongStream.rangeClosed(1, version).boxed().toList());
    return published.getLast();
  }
}
