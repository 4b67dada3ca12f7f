package dev.holdfast.authorization;

import static dev.holdfast.authorization.Scene.rung;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.holdfast.contracts.Topic;
import dev.holdfast.events.AuthorizationChange;
import dev.holdfast.events.AuthorizationChanged;
import dev.holdfast.events.Method;
import dev.holdfast.infrastructure.Backup;
import dev.holdfast.infrastructure.Database;
import dev.holdfast.infrastructure.Infrastructure;
import dev.holdfast.infrastructure.Provisioning;
import dev.holdfast.simulator.payter.PayterSimulator;
import dev.holdfast.testkit.ServiceProcess;
import dev.holdfast.testkit.Stack;
import dev.holdfast.testkit.TopicProbe;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The database is lost, and comes back from a backup that lies hundreds of payments behind. */
class RestoreIT {
  private static final String DATABASE = "payment_authorization";
  private static final int TERMINALS = 12;
  private static final int ROUNDS = 18;

  private static Infrastructure infrastructure;
  private static PayterSimulator simulator;
  private static ServiceProcess service;
  private static TopicProbe topics;
  private static Scene scene;

  @BeforeAll
  static void start() throws Exception {
    var folder = Files.createDirectories(Path.of("target", "stack").toAbsolutePath());
    infrastructure = Infrastructure.start(Files.createTempDirectory(folder, "restore-"));
    Provisioning.createTopics(infrastructure.bootstrapServers());
    Provisioning.registerSchemas(infrastructure.schemaRegistry());
    simulator = PayterSimulator.start(0, Files.createTempDirectory("sim").resolve("journal.jsonl"));
    var settings = new HashMap<>(Stack.settings(infrastructure, DATABASE));
    settings.put("holdfast.payter.test.url", simulator.url() + "/test");
    settings.put("holdfast.payter.test.api-key", PayterSimulator.TEST_API_KEY);
    settings.put("holdfast.gateway.timeout", "5s");
    settings.put("holdfast.authorization.card-poll", "2s");
    settings.put("holdfast.authorization.card-timeout", "120s");
    service = ServiceProcess.start(Path.of("."), settings);
    RestAssured.baseURI = service.url().toString();
    RestAssured.port = service.url().getPort();
    topics = TopicProbe.on(infrastructure.bootstrapServers(), infrastructure.schemaRegistry());
    scene = new Scene(topics, simulator.url() + "/test");
  }

  @AfterAll
  static void stop() {
    RestAssured.reset();
    scene.close();
    service.close();
    simulator.close();
    infrastructure.close();
  }

  @Test
  void takesOverWhatItSaidAndCarriesOutEachOrderOnce() throws Exception {
    var terminals = IntStream.range(0, TERMINALS).mapToObj(i -> scene.terminal()).toList();
    var heldBefore = all(terminals, serial -> scene.held(serial, "APPROVE_ALL"));
    String waitedBefore = Scene.ask(terminals.getFirst(), 0).path("reference");
    service.terminate();
    var backup = Backup.of(database());
    service.restart();

    List<String> captured = new ArrayList<>(heldBefore);
    scene.tap(terminals.getFirst(), "APPROVE_ALL", 172_800);
    scene.until(waitedBefore, AuthorizationChange.HELD);
    captured.add(waitedBefore);
    for (int round = 0; round < ROUNDS; round++) {
      captured.addAll(all(terminals, serial -> scene.held(serial, "APPROVE_ALL")));
    }
    captured.forEach(reference -> scene.settle(reference, 2, rung(Method.CAPTURE, 2340)));
    captured.forEach(reference -> scene.until(reference, AuthorizationChange.CAPTURED));
    var refunded = captured.subList(0, 20);
    refunded.forEach(reference -> scene.settle(reference, 4, rung(Method.REFUND, 340)));
    refunded.forEach(reference -> scene.until(reference, AuthorizationChange.REFUNDED));
    var held = all(terminals, serial -> scene.held(serial, "APPROVE_ALL"));
    String waits = named("key-1", terminals.getFirst()).path("reference");
    scene.until(waits, AuthorizationChange.REQUESTED);
    service.kill();
    held.subList(0, 6).forEach(order -> scene.settle(order, 2, rung(Method.CAPTURE, 1000)));
    backup.restore();
    service.restart();

    held.subList(6, 12).forEach(order -> scene.settle(order, 2, rung(Method.CAPTURE, 1000)));
    held.forEach(reference -> scene.until(reference, AuthorizationChange.CAPTURED));
    named("key-1", terminals.getFirst()).then().body("reference", equalTo(waits));
    scene.tap(terminals.getFirst(), "APPROVE_ALL", 172_800);
    scene.until(waits, AuthorizationChange.HELD);
    scene.settle(captured.getLast(), 6, rung(Method.REFUND, 100));
    scene.until(captured.getLast(), AuthorizationChange.REFUNDED);

    assertThat(inTable()).isEqualTo(onTopic());
    assertThat(captured).allSatisfy(one -> assertThat(taken(one)).containsExactly("TAKEN 2340"));
    assertThat(held).allSatisfy(one -> assertThat(taken(one)).containsExactly("TAKEN 1000"));
    assertThat(refunded)
        .allSatisfy(one -> assertThat(scene.journal(one)).containsOnlyOnce("PAID_BACK 340"));
  }

  private static Response named(String key, String serial) {
    return given()
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", key)
        .body(
            """
            {"terminalSerial": "%s", "evseId": "E1", "waitSeconds": 0}
            """
                .formatted(serial))
        .post("/authorizations");
  }

  private static List<String> taken(String reference) {
    return scene.journal(reference).stream().filter(line -> line.startsWith("TAKEN")).toList();
  }

  /** Of each authorization the version that counts, and how it stands. */
  private static Map<String, String> onTopic() {
    Map<String, AuthorizationChanged> newest = new HashMap<>();
    topics
        .read(Topic.AUTHORIZATIONS, AuthorizationChanged.class)
        .forEach(said ->
            newest.merge(
                said.value().getReference(),
                said.value(),
                (one, other) -> one.getVersion() < other.getVersion() ? other : one));
    Map<String, String> all = new TreeMap<>();
    newest.forEach((key, said) -> all.put(key, said.getVersion() + " " + said.getStatus()));
    return all;
  }

  private static Map<String, String> inTable() throws SQLException {
    var database = database();
    Map<String, String> all = new TreeMap<>();
    try (var connection =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery("select reference, version, status from authorizations")) {
      while (rows.next()) {
        all.put(rows.getString(1), rows.getLong(2) + " " + rows.getString(3));
      }
    }
    return all;
  }

  private static Database database() {
    return infrastructure.database(DATABASE);
  }

  private static List<String> all(List<String> terminals, Function<String, String> play)
      throws Exception {
    try (var drivers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<String>> plays =
          terminals.stream().<Callable<String>>map(serial -> () -> play.apply(serial)).toList();
      List<String> played = new ArrayList<>();
      for (var one : drivers.invokeAll(plays)) {
        played.add(one.get());
      }
      return played;
    }
  }
}
