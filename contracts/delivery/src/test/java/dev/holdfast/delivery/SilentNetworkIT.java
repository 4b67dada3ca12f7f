package dev.holdfast.delivery;

import static io.restassured.RestAssured.when;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.contracts.Topic;
import dev.holdfast.events.SessionStarted;
import dev.holdfast.events.SettlementChanged;
import dev.holdfast.infrastructure.Infrastructure;
import dev.holdfast.infrastructure.Part;
import dev.holdfast.infrastructure.Wire;
import dev.holdfast.testkit.TopicProbe;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A part that is connected and says nothing: what waits for it must not wait for ever. */
@QuarkusTest
@WithTestResource(WiredStack.class)
@SuppressWarnings("NullAway.Init") // the test resource fills the fields
class SilentNetworkIT {
  /** Longer than every bound of this stack, and than what the group waits for a member. */
  private static final Duration SILENCE = Duration.ofSeconds(20);

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int RECORDS = 20;

  /** In the middle of an answer: of a query, of a fetch, of a page of the registry. */
  private static final int HALF_AN_ANSWER = 150;

  Infrastructure infrastructure;
  Map<Part, Wire> wires;

  private TopicProbe probe;
  private final List<String> references = new ArrayList<>();

  @BeforeEach
  void open() {
    probe = TopicProbe.on(infrastructure.bootstrapServers(), infrastructure.schemaRegistry());
  }

  @AfterEach
  void close() {
    wires.values().forEach(Wire::pass);
    probe.close();
  }

  @ParameterizedTest
  @EnumSource(Part.class)
  void losesAndDoublesNothingWhileAPartIsSilent(Part part) throws Exception {
    goesOnAfter(part, Wire::silence, Wire::pass);
  }

  @ParameterizedTest
  @EnumSource(Part.class)
  void losesAndDoublesNothingWhereAnAnswerStallsAndNeverGoesOn(Part part) throws Exception {
    goesOnAfter(part, wire -> wire.stallAfter(HALF_AN_ANSWER), Wire::forget);
  }

  @Test
  void staysReadyWhileTheBrokerIsSilentAndSaysThatItDoesNotDeliver() throws Exception {
    Wire wire = requireNonNull(wires.get(Part.BROKER));
    awaitHealth("group/delivery", 200);
    wire.silence();
    insertIntoOutbox();
    awaitHealth("group/delivery", 503);
    awaitHealth("ready", 200);
    awaitHealth("live", 200);
    wire.pass();
    awaitHealth("group/delivery", 200);
    awaitHealth("live", 200);
  }

  @Test
  void isNotReadyWhileTheDatabaseIsSilent() throws Exception {
    Wire wire = requireNonNull(wires.get(Part.DATABASE));
    awaitHealth("ready", 200);
    wire.silence();
    awaitHealth("ready", 503);
    awaitHealth("live", 200);
    wire.forget();
    awaitHealth("ready", 200);
  }

  private static void awaitHealth(String group, int status) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> when().get("/q/health/" + group).then().statusCode(status));
  }

  /** Past the wire, as if a request had just been answered. */
  private void insertIntoOutbox() throws SQLException {
    try (Connection connection = connect();
        var insert = connection.createStatement()) {
      insert.execute(
          """
          insert into outbox
            (topics, record_keys, event_ids, times_micros, traceparents, record_values)
          values ('{journal.v1}', array['\\x00'::bytea], '{waits}', '{0}', '{""}',
            array['\\x00'::bytea])
          """);
    }
  }

  private void goesOnAfter(Part part, Consumer<Wire> fault, Consumer<Wire> mend) throws Exception {
    publish();
    awaitAllApplied();
    Wire wire = requireNonNull(wires.get(part));
    fault.accept(wire);
    publish();
    Thread.sleep(SILENCE.toMillis());
    publish();
    mend.accept(wire);
    publish();
    awaitAllApplied();
    awaitAllSaid();
    awaitHealth("live", 200);
    awaitHealth("group/delivery", 200);
  }

  private void publish() {
    for (int i = 0; i < RECORDS; i++) {
      String reference = UUID.randomUUID().toString();
      references.add(reference);
      probe.publish(Topic.SESSION_STARTED, reference, started(reference));
    }
  }

  private void awaitAllApplied() {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(() -> assertThat(versions()).containsExactlyInAnyOrderEntriesOf(once()));
  }

  private void awaitAllSaid() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          Map<String, Long> newest = new HashMap<>();
          probe
              .read(Topic.SETTLEMENTS, SettlementChanged.class)
              .forEach(said -> newest.merge(said.key(), said.value().getVersion(), Math::max));
          assertThat(newest).containsAllEntriesOf(once());
        });
  }

  private Map<String, Long> once() {
    Map<String, Long> once = new HashMap<>();
    references.forEach(reference -> once.put(reference, 1L));
    return once;
  }

  /** As the database itself tells, past the wire. */
  private Map<String, Long> versions() throws SQLException {
    Map<String, Long> versions = new HashMap<>();
    try (Connection connection = connect();
        var query =
            connection.prepareStatement(
                "select reference, version from started where reference = any(?)")) {
      query.setArray(1, connection.createArrayOf("text", references.toArray()));
      var rows = query.executeQuery();
      while (rows.next()) {
        versions.put(rows.getString(1), rows.getLong(2));
      }
    }
    return versions;
  }

  private Connection connect() throws SQLException {
    var database = infrastructure.database("wired");
    return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
  }

  private static SessionStarted started(String reference) {
    return SessionStarted.newBuilder()
        .setReference(reference)
        .setSessionId("session")
        .setEvseId("NL*ABC*E1")
        .setStartedAt(Instant.parse("2026-11-22T10:15:30Z"))
        .build();
  }
}
