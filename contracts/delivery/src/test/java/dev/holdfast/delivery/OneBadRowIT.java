package dev.holdfast.delivery;

import static io.restassured.RestAssured.when;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import dev.holdfast.contracts.Topic;
import dev.holdfast.events.ParkedRecord;
import dev.holdfast.events.SessionStarted;
import dev.holdfast.events.SettlementChanged;
import dev.holdfast.testkit.Published;
import dev.holdfast.testkit.Stack;
import dev.holdfast.testkit.TopicProbe;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What one row or one record has wrong stops that one only. */
@QuarkusTest
@WithTestResource(Stack.class)
@SuppressWarnings("NullAway.Init") // the test framework fills the fields
class OneBadRowIT {
  private static final Topic TOPIC = Topic.SESSION_STARTED;
  private static final int OF_MILLIS = 777_001;

  @Inject AvroCodec codec;

  private final TopicProbe probe = TopicProbe.ofApplication();
  private final String reference = UUID.randomUUID().toString();
  private final String other = UUID.randomUUID().toString();

  @AfterEach
  void close() {
    CountStarts.IS_NEWER.set(false);
    probe.close();
  }

  @Test
  void leavesARowOfANewerVersionAndReplaysItsRecordsByItself() {
    publish(reference, CountStarts.OF_A_NEWER_VERSION);
    assertThat(said(reference, 1)).hasSize(1);
    publish(reference, "waits");
    publish(other, "goes on");
    publish(reference, "waits, too");
    assertThat(said(other, 1)).hasSize(1);

    assertThat(parked(reference, 2))
        .extracting(record -> record.value().getError())
        .allSatisfy(error ->
            assertThat(error)
                .startsWith("session of " + reference + " was written by a newer version")
                .endsWith("is replayed by itself"));
    replayFirst().statusCode(409).body("detail", containsString("a newer version"));

    CountStarts.IS_NEWER.set(true);
    assertThat(said(reference, 3))
        .extracting(record -> record.value().getSessionId())
        .containsExactly(CountStarts.OF_A_NEWER_VERSION, "waits", "waits, too");
  }

  @Test
  void parksWhatTheServiceFailsAtAndTellsNothingOfItsParts() {
    publish(reference, "before");
    publish(reference, CountStarts.FAULT_OF_OURS);
    publish(reference, "after");
    assertThat(said(reference, 2))
        .extracting(record -> record.value().getSessionId())
        .containsExactly("before", "after");
    assertThat(parked(reference, 1).getFirst().value().getError())
        .startsWith("The service failed at this record")
        .doesNotContain("select", "Exception");
    replayFirst().statusCode(409).body("detail", containsString("The service failed"));
  }

  @Test
  void parksTheCharacterNulWithItsFieldAndATimeThatNoClockShows() {
    publish(reference, "before\0after");
    probe.publish(TOPIC, reference, started(reference, "session", Instant.EPOCH));
    assertThat(parked(reference, 2))
        .extracting(record -> record.value().getError())
        .satisfiesExactlyInAnyOrder(
            error -> assertThat(error).startsWith("sessionId holds the character U+0000"),
            error -> assertThat(error).startsWith("startedAt is 1970-01-01T00:00:00Z"));
  }

  @Test
  void takesTheUnitOfATimeFromTheSchemaOfTheProducer() throws Exception {
    var schema = TOPIC.schema().toString().replace("timestamp-micros", "timestamp-millis");
    Schema writer = new Schema.Parser().parse(schema);
    Instant startedAt = Instant.parse("2026-11-22T10:15:30.123Z");
    GenericData.Record record = new GenericData.Record(writer);
    record.put("reference", reference);
    record.put("sessionId", "in milliseconds");
    record.put("evseId", "NL*ABC*E1");
    record.put("startedAt", startedAt.toEpochMilli());
    codec.know(OF_MILLIS, writer);

    byte[] bytes = WriterTimesTest.bytes(OF_MILLIS, writer, record);
    probe.publishBytes(TOPIC, reference.getBytes(UTF_8), bytes, Map.of());

    assertThat(said(reference, 1).getFirst().value().getOccurredAt()).isEqualTo(startedAt);
  }

  @Test
  void saysWhenToAskAgain() {
    when()
        .get("/notes/newer")
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", "60")
        .body("detail", containsString("the field color; ask again when the newer version"));
    when()
        .get("/notes/unknown")
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", "5")
        .body("detail", not(containsString("select")));
  }

  private ValidatableResponse replayFirst() {
    String key = Base64.getEncoder().encodeToString(reference.getBytes(UTF_8));
    List<Integer> ids =
        when()
            .get("/parked?size=500")
            .jsonPath()
            .getList("items.findAll { it.key == '" + key + "' }.id");
    return when().post("/parked/{id}/replay", ids.getFirst()).then();
  }

  private void publish(String key, String session) {
    probe.publish(TOPIC, key, started(key, session, Instant.parse("2026-11-22T10:15:30Z")));
  }

  private List<Published<SettlementChanged>> said(String key, int count) {
    return probe.await(Topic.SETTLEMENTS, SettlementChanged.class, key, all -> all.size() >= count);
  }

  private List<Published<ParkedRecord>> parked(String key, int count) {
    return probe.await(Topic.PARKED, ParkedRecord.class, key, all -> all.size() >= count);
  }

  private static SessionStarted started(String key, String session, Instant at) {
    return SessionStarted.newBuilder()
        .setReference(key)
        .setSessionId(session)
        .setEvseId("NL*ABC*E1")
        .setStartedAt(at)
        .build();
  }
}
