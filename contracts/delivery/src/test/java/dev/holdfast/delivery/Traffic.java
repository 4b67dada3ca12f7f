package dev.holdfast.delivery;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.contracts.Topic;
import dev.holdfast.events.SettlementChanged;
import dev.holdfast.infrastructure.Infrastructure;
import dev.holdfast.infrastructure.Wire;
import dev.holdfast.testkit.TopicProbe;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Records before, while and after a wire is at fault, each of which must come through once. */
final class Traffic implements AutoCloseable {
  /** Longer than every bound of this stack, and than what the group waits for a member. */
  private static final Duration SILENCE = Duration.ofSeconds(20);

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int RECORDS = 20;

  private final Infrastructure infrastructure;
  private final TopicProbe probe;
  private final List<String> references = new ArrayList<>();

  Traffic(Infrastructure infrastructure) {
    this.infrastructure = infrastructure;
    this.probe = TopicProbe.on(infrastructure.bootstrapServers(), infrastructure.schemaRegistry());
  }

  /** Fails unless everything goes on, once, when the wire is mended. */
  void goesOnAfter(Wire wire, Consumer<Wire> fault, Consumer<Wire> mend) throws Exception {
    publish();
    awaitAllApplied();
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

  static void awaitHealth(String group, int status) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> when().get("/q/health/" + group).then().statusCode(status));
  }

  @Override
  public void close() {
    probe.close();
  }

  private void publish() {
    for (int i = 0; i < RECORDS; i++) {
      String reference = UUID.randomUUID().toString();
      references.add(reference);
      probe.publish(Topic.SESSION_STARTED, reference, Records.started(reference));
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

  Connection connect() throws SQLException {
    var database = infrastructure.database("wired");
    return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
  }
}
