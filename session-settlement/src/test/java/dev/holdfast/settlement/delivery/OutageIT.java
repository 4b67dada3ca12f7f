package dev.holdfast.settlement.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.contracts.Topic;
import dev.holdfast.events.ParkedRecord;
import dev.holdfast.infrastructure.Part;
import dev.holdfast.testkit.ServiceProcess;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the service lives on goes away under load, or it is asked to end: nothing is lost. */
@SuppressWarnings("NullAway.Init") // set before all tests
class OutageIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration OUTAGE = Duration.ofSeconds(20);
  private static final int PAYMENTS = 500;
  private static Ground ground;
  private static ServiceProcess service;

  @BeforeAll
  static void start() {
    ground = Ground.start();
    service = ground.service("starving");
  }

  @AfterAll
  static void end() {
    service.close();
    ground.close();
  }

  @Test
  void losesNothingWhenTheDatabaseIsAwayForTwentySeconds() throws Exception {
    var payments = new Payments(ground);
    CompletableFuture<Void> load = CompletableFuture.runAsync(() -> payments.publish(PAYMENTS));
    await().atMost(PATIENCE).until(() -> ground.count("select count(*) from settlement") > 0);
    ground.infrastructure().kill(Part.DATABASE);
    await().atMost(PATIENCE).until(() -> !service.isReady());
    Thread.sleep(OUTAGE);
    ground.infrastructure().start(Part.DATABASE);
    load.join();
    payments.areEachSettledOnceAndBookedOnce();
    await().atMost(PATIENCE).until(service::isReady);
  }

  @Test
  void losesNothingWhenItIsAskedToEndUnderLoad() throws SQLException {
    var payments = new Payments(ground);
    CompletableFuture<Void> load = CompletableFuture.runAsync(() -> payments.publish(PAYMENTS));
    await().atMost(PATIENCE).until(() -> payments.size() > PAYMENTS / 4);
    service.terminate();
    assertThat(service.log()).content().contains("Drained");
    load.join();
    service.restart();
    payments.areEachSettledOnceAndBookedOnce();
  }

  @Test
  void parksWhatCannotBeDecodedAndTheRestOfItsBatchGoesOn() throws SQLException {
    String key = UUID.randomUUID().toString();
    byte[] text = "these bytes are not Avro".getBytes(UTF_8);
    var payments = new Payments(ground);
    service.terminate();
    // What was published while nobody read comes as few polls: the bad one is amid good ones.
    payments.publish(50);
    ground.probe().publishBytes(Topic.SESSION_CLOSED, key.getBytes(UTF_8), text, Map.of());
    payments.publish(50);
    service.restart();
    payments.areEachSettledOnceAndBookedOnce();
    var parked =
        ground.probe().await(Topic.PARKED, ParkedRecord.class, key, found -> !found.isEmpty());
    assertThat(parked).hasSize(1);
    assertThat(parked.getFirst().value().getValue()).isEqualTo(ByteBuffer.wrap(text));
  }
}
