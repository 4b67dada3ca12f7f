package dev.holdfast.delivery;

import static dev.holdfast.delivery.Traffic.awaitHealth;
import static java.util.Objects.requireNonNull;

import dev.holdfast.infrastructure.Infrastructure;
import dev.holdfast.infrastructure.Part;
import dev.holdfast.infrastructure.Wire;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
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
  Infrastructure infrastructure;
  Map<Part, Wire> wires;

  private Traffic traffic;

  @BeforeEach
  void open() {
    traffic = new Traffic(infrastructure);
  }

  @AfterEach
  void close() {
    wires.values().forEach(Wire::pass);
    traffic.close();
  }

  @ParameterizedTest
  @EnumSource(Part.class)
  void losesAndDoublesNothingWhileAPartIsSilent(Part part) throws Exception {
    traffic.goesOnAfter(requireNonNull(wires.get(part)), Wire::silence, Wire::pass);
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

  /** Past the wire, as if a request had just been answered. */
  private void insertIntoOutbox() throws SQLException {
    try (Connection connection = traffic.connect();
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
}
