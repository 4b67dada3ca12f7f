package dev.holdfast.terminal;

import static dev.holdfast.terminal.Doors.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.holdfast.contracts.Topic;
import dev.holdfast.events.MaintenanceWindow;
import dev.holdfast.events.VendorChanged;
import dev.holdfast.events.VendorStatus;
import dev.holdfast.testkit.Published;
import dev.holdfast.testkit.Stack;
import dev.holdfast.testkit.TopicProbe;
import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is known of a vendor's clouds: from its status page, to REST and vendors.v1. */
@QuarkusTest
@WithTestResource(
    value = Stack.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "simulator", value = "true"))
@SuppressWarnings("NullAway.Init") // the test framework fills the fields
class VendorsIT {
  private static final String CLOUD = "/vendors/PAYTER/TEST";
  private static TopicProbe probe;

  @Inject AgroalDataSource database;
  @Inject Scheduler scheduler;

  @BeforeAll
  static void open() {
    probe = TopicProbe.ofApplication();
  }

  @AfterAll
  static void close() {
    probe.close();
  }

  @BeforeEach
  @AfterEach
  void allIsWell() {
    Doors.nothingFails();
    Doors.statusPageSays("operational");
    awaitStatus("OPERATIONAL");
  }

  @Test
  void tellsOfMaintenanceThatIsPlannedAndThatIsUnderWay() {
    var from = Instant.now().truncatedTo(ChronoUnit.MICROS).plus(1, ChronoUnit.HOURS);
    var until = from.plus(2, ChronoUnit.HOURS);

    Doors.statusPageAnnounces("New database", "scheduled", from, until);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() ->
            get(CLOUD)
                .body("maintenance.name", contains("New database"))
                .body("maintenance.from", contains(from.toString()))
                .body("maintenance.until", contains(until.toString())));
    get(CLOUD).body("status", equalTo("OPERATIONAL"));
    get("/vendors").body("items[0].maintenance.name", contains("New database"));

    Doors.statusPageAnnounces("New database", "in_progress", from, until);
    awaitStatus("MAINTENANCE");

    long version = get(CLOUD).extract().jsonPath().getLong("version");
    assertThat(awaitVersion(version))
        .filteredOn(said -> said.getVersion() >= version - 1)
        .allSatisfy(said ->
            assertThat(said.getMaintenance())
                .containsExactly(new MaintenanceWindow("New database", from, until)))
        .extracting(VendorChanged::getStatus)
        .containsExactly(VendorStatus.OPERATIONAL, VendorStatus.MAINTENANCE);
  }

  @Test
  void doesNotTakeThePagesOwnFailureForAnOutage() {
    long before = get(CLOUD).extract().jsonPath().getLong("version");
    var serial = Doors.readyTerminal(Doors.contractedCpo());

    Doors.statusPageFails();
    awaitStatus("UNKNOWN");

    get(CLOUD)
        .body("detail", equalTo("the status page answers HTTP 500"))
        .body("maintenance", empty());
    get("/terminals/" + serial).body("readiness", equalTo("READY"));
    assertThat(awaitVersion(before + 1))
        .filteredOn(said -> said.getVersion() > before)
        .extracting(VendorChanged::getStatus)
        .containsOnly(VendorStatus.UNKNOWN);
  }

  @Test
  void saysWhichCloudsItHasLookedAtWhenAskedForAnother() throws SQLException {
    scheduler.pause();
    try {
      run("create table aside as select * from vendor_status where vendor_environment <> 'TEST'");
      // A look that was under way may write it once more.
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> {
            run("delete from vendor_status where vendor_environment <> 'TEST'");
            get("/vendors/PAYTER/PRODUCTION").statusCode(404);
          });
      get("/vendors/PAYTER/PRODUCTION")
          .contentType("application/problem+json")
          .body("field", equalTo("vendorEnvironment"))
          .body("detail", containsString("PAYTER/PRODUCTION was never looked at"))
          .body("detail", containsString("there are reports on PAYTER/TEST"));
    } finally {
      run("insert into vendor_status select * from aside");
      run("drop table aside");
      scheduler.resume();
    }
    get("/vendors/PAYTER/PRODUCTION").statusCode(200);
  }

  private void run(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void awaitStatus(String status) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> {
          get(CLOUD).body("status", equalTo(status));
          get("/vendors")
              .body("items.findAll { it.vendor == 'PAYTER' }.status", contains(status, status));
        });
  }

  private static List<VendorChanged> awaitVersion(long version) {
    return probe
        .await(Topic.VENDORS, VendorChanged.class, "PAYTER/TEST", seen -> seen.size() >= version)
        .stream()
        .map(Published::value)
        .toList();
  }
}
