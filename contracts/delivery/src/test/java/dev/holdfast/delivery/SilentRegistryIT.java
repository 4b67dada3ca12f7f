package dev.holdfast.delivery;

import static io.restassured.RestAssured.when;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.contracts.Topic;
import dev.holdfast.events.SettlementChanged;
import dev.holdfast.infrastructure.Infrastructure;
import dev.holdfast.infrastructure.Part;
import dev.holdfast.infrastructure.Wire;
import dev.holdfast.testkit.TopicProbe;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A record with a schema that is not known yet, while the registry says nothing. */
@QuarkusTest
@WithTestResource(WiredStack.class)
@SuppressWarnings("NullAway.Init") // the test resource fills the fields
class SilentRegistryIT {
  private static final Topic TOPIC = Topic.SESSION_STARTED;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Inject TryAgain tryAgain;
  @Inject LiveStarts live;
  @Inject ObjectMapper json;

  Infrastructure infrastructure;
  Map<Part, Wire> wires;

  private final String reference = UUID.randomUUID().toString();
  private final List<String> shown = new CopyOnWriteArrayList<>();
  private TopicProbe probe;

  @BeforeEach
  void open() {
    probe = TopicProbe.on(infrastructure.bootstrapServers(), infrastructure.schemaRegistry());
  }

  @AfterEach
  void close() {
    wires.values().forEach(Wire::pass);
    probe.close();
  }

  /** At once, in the head of its answer, and in its body. */
  @ParameterizedTest
  @ValueSource(longs = {0, 20, 700})
  void givesUpEachQuestionAndAsksAgainUntilItIsAnswered(long bytes) throws Exception {
    live.changes().subscribe().with(start -> shown.add(start.getReference()));
    awaitWatched();
    int schemaId = registerAnother();
    Wire wire = requireNonNull(wires.get(Part.SCHEMA_REGISTRY));
    wire.stallAfter(bytes);
    byte[] value = probe.bytesOf(TOPIC, Records.started(reference));
    ByteBuffer.wrap(value).putInt(1, schemaId);
    probe.publishBytes(TOPIC, reference.getBytes(UTF_8), value, Map.of());

    await().atMost(PATIENCE).until(() -> tryAgain.inVainSince().containsKey(TOPIC));
    wire.forget();

    probe.await(Topic.SETTLEMENTS, SettlementChanged.class, reference, all -> !all.isEmpty());
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(shown).contains(reference));
    await().atMost(PATIENCE).until(() -> tryAgain.inVainSince().isEmpty());
    when().get("/q/health/live").then().statusCode(200);
  }

  /** Who watches reads from now on, and now begins some time after the start. */
  private void awaitWatched() {
    String before = UUID.randomUUID().toString();
    await()
        .atMost(PATIENCE)
        .until(() -> {
          probe.publish(TOPIC, before, Records.started(before));
          return shown.contains(before);
        });
  }

  /** Not the subject's own schema, which everybody knows: the same with another comment. */
  private int registerAnother() throws Exception {
    String schema =
        TOPIC.schema().toString().replaceFirst("\"doc\":\"", "\"doc\":\"" + reference + " ");
    URI versions =
        URI.create(infrastructure.schemaRegistry() + "/subjects/silent-" + reference + "/versions");
    try (HttpClient http = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(versions)
              .header("Content-Type", "application/vnd.schemaregistry.v1+json")
              .POST(
                  HttpRequest.BodyPublishers.ofString(
                      json.writeValueAsString(Map.of("schema", schema))))
              .build();
      String answer = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
      return json.readTree(answer).path("id").asInt();
    }
  }
}
