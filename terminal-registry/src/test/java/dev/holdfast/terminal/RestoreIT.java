package dev.holdfast.terminal;

import static dev.holdfast.terminal.Doors.bind;
import static dev.holdfast.terminal.Doors.contractedCpo;
import static dev.holdfast.terminal.Doors.get;
import static dev.holdfast.terminal.Doors.readyTerminal;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.holdfast.contracts.Topic;
import dev.holdfast.events.AuthorizationStatus;
import dev.holdfast.events.CpoChanged;
import dev.holdfast.events.TerminalChanged;
import dev.holdfast.events.VendorChanged;
import dev.holdfast.infrastructure.Backup;
import dev.holdfast.infrastructure.Infrastructure;
import dev.holdfast.infrastructure.Provisioning;
import dev.holdfast.simulator.payter.PayterSimulator;
import dev.holdfast.testkit.Published;
import dev.holdfast.testkit.ServiceProcess;
import dev.holdfast.testkit.Stack;
import dev.holdfast.testkit.TopicProbe;
import io.restassured.RestAssured;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The database is lost, and comes back from a backup; since then much was told of terminals. */
@SuppressWarnings("NullAway.Init") // set before all tests
class RestoreIT {
  private static final String DATABASE = "terminal_registry";
  private static final String CLOUD = "holdfast.payter.test.url";

  /** All that was said or heard; what the vendor's clouds said is asked for again. */
  private static final List<String> KEPT =
      List.of(
          "select serial, version, changed_at, vendor, model, country, currency,"
              + " own_hold_minor_units, own_over_commit, cpo_id, charger_id, evse_ids, bound_since,"
              + " retired, ready, reasons, hold_minor_units, over_commit, seen_in from terminal",
          "select * from binding",
          "select * from cpo",
          "select * from contract",
          "select * from vendor_status",
          "select * from payment",
          "select * from payment_hour");

  private static Infrastructure infrastructure;
  private static PayterSimulator simulator;
  private static ServiceProcess service;
  private static TopicProbe probe;

  @BeforeAll
  static void start() throws Exception {
    var folder = Files.createDirectories(Path.of("target", "stack").toAbsolutePath());
    infrastructure = Infrastructure.start(Files.createTempDirectory(folder, "restore-"));
    Provisioning.createTopics(infrastructure.bootstrapServers());
    Provisioning.registerSchemas(infrastructure.schemaRegistry());
    simulator =
        PayterSimulator.start(
            0, Files.createTempDirectory(folder, "sim-").resolve("journal.jsonl"));
    System.setProperty(CLOUD, simulator.url() + "/test");
    var settings = new HashMap<>(Stack.settings(infrastructure, DATABASE));
    settings.put(CLOUD, simulator.url() + "/test");
    settings.put("holdfast.payter.test.api-key", PayterSimulator.TEST_API_KEY);
    settings.put("holdfast.payter.production.url", simulator.url() + "/production");
    settings.put("holdfast.payter.production.api-key", PayterSimulator.PRODUCTION_API_KEY);
    settings.put("holdfast.payter.status-page.url", simulator.url() + "/status");
    settings.put("holdfast.payter.status-page.every", "1s");
    settings.put("holdfast.vendor-visits.every", "1s");
    service = ServiceProcess.start(Path.of("."), settings);
    RestAssured.baseURI = service.url().toString();
    RestAssured.port = service.url().getPort();
    probe = TopicProbe.on(infrastructure.bootstrapServers(), infrastructure.schemaRegistry());
  }

  @AfterAll
  static void stop() {
    System.clearProperty(CLOUD);
    RestAssured.reset();
    probe.close();
    service.close();
    simulator.close();
    infrastructure.close();
  }

  @Test
  void isWhatItWasAndGoesOn() throws SQLException {
    var cpoBefore = contractedCpo();
    var before = readyTerminals(cpoBefore, 8);
    var published = pay(before.getFirst(), 20);
    service.terminate();
    var backup = Backup.of(infrastructure.database(DATABASE));
    service.restart();

    var cpoSince = contractedCpo();
    var since = readyTerminals(cpoSince, 30);
    Doors.change("/cpos/" + cpoBefore, "{\"country\": \"BE\", \"overCommit\": true}")
        .statusCode(200);
    Doors.retire(before.get(0)).statusCode(200);
    bind(before.get(1), cpoSince).statusCode(200);
    bind(before.get(1), cpoBefore).statusCode(200);
    published += pay(before.get(2), 200);
    Doors.statusPageSays("major_outage");
    all(published);
    Set<String> kept = kept();
    service.kill();
    backup.restore();
    service.restart();

    all(published);
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(() -> {
          assertThat(kept()).isEqualTo(kept);
          assertThat(count("select count(distinct serial) from vendor_fact")).isEqualTo(38);
        });
    bind(since.getFirst(), cpoBefore).statusCode(200);
    var another = readyTerminal(cpoSince);
    get("/terminals/" + another).body("reasons", equalTo(List.of("VENDOR_DOWN")));
    assertThat(newest(Topic.TERMINALS, TerminalChanged.class, TerminalChanged::getVersion))
        .isEqualTo(count("select sum(version) from terminal"));
    assertThat(newest(Topic.CPOS, CpoChanged.class, CpoChanged::getVersion))
        .isEqualTo(count("select sum(version) from cpo"));
    assertThat(newest(Topic.VENDORS, VendorChanged.class, VendorChanged::getVersion))
        .isEqualTo(count("select sum(version) from vendor_status"));
  }

  private static List<String> readyTerminals(String cpoId, int count) {
    List<String> serials = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      serials.add(readyTerminal(cpoId));
    }
    return serials;
  }

  private static int pay(String serial, int count) {
    for (int i = 0; i < count; i++) {
      var reference = Payments.reference(Instant.now());
      var payment = Payments.payment(reference, serial, 3, AuthorizationStatus.HELD).build();
      probe.publish(Topic.AUTHORIZATIONS, reference, payment);
    }
    return count;
  }

  /** Waits until all is read and sent, and the outage is known. */
  private static void all(int published) {
    await()
        .atMost(Duration.ofMinutes(2))
        .ignoreExceptions()
        .untilAsserted(() -> {
          assertThat(count("select sum(next_offset) from read_up_to")).isEqualTo(published);
          assertThat(count("select count(*) from vendor_status where status = 'DOWN'"))
              .isPositive();
          assertThat(count("select count(*) from outbox")).isZero();
        });
  }

  /** Sums up the versions that count; none was ever said with two contents. */
  private static <T extends SpecificRecord> long newest(
      Topic topic, Class<T> type, Function<T, Long> version) {
    var said =
        probe.read(topic, type).stream()
            .collect(groupingBy(Published::key, groupingBy(one -> version.apply(one.value()))));
    long sum = 0;
    for (var versions : said.values()) {
      versions
          .values()
          .forEach(
              same -> assertThat(same.stream().map(Published::value).collect(toSet())).hasSize(1));
      sum += versions.size();
    }
    return sum;
  }

  private static long count(String query) throws SQLException {
    var database = infrastructure.database(DATABASE);
    try (var connection =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  private static Set<String> kept() throws SQLException {
    var database = infrastructure.database(DATABASE);
    Set<String> lines = new TreeSet<>();
    try (var connection =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        var statement = connection.createStatement()) {
      for (String query : KEPT) {
        try (var rows = statement.executeQuery("select t::text from (" + query + ") t")) {
          while (rows.next()) {
            lines.add(query + ": " + rows.getString(1));
          }
        }
      }
    }
    return lines;
  }
}
