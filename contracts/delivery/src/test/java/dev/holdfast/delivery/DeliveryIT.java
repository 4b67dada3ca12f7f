package dev.holdfast.delivery;

import static io.restassured.RestAssured.when;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.holdfast.contracts.Topic;
import dev.holdfast.events.ParkedRecord;
import dev.holdfast.events.SessionStarted;
import dev.holdfast.events.SettlementChanged;
import dev.holdfast.testkit.Published;
import dev.holdfast.testkit.Stack;
import dev.holdfast.testkit.TopicProbe;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Stack.class)
@SuppressWarnings("NullAway.Init") // the test framework fills the fields
class DeliveryIT {
  private static final int SCHEMA_ID_TO_COME = 777_000;
  private static final Topic TOPIC = Topic.SESSION_STARTED;

  @Inject AvroCodec codec;

  private final TopicProbe probe = TopicProbe.ofApplication();
  private final String reference = UUID.randomUUID().toString();

  @AfterEach
  void close() {
    probe.close();
  }

  @Test
  void saysEveryVersionOfAnAggregateOnceAndInOrder() {
    for (String session : List.of("one", "two", "three", "four")) {
      probe.publish(TOPIC, reference, started(session));
    }
    assertThat(said(4)).extracting(r -> r.value().getVersion()).containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void givesEachRecordItsCloudEventsHeadersAndGoesOnWithTheTrace() {
    String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-";
    probe.publishBytes(
        TOPIC,
        reference.getBytes(UTF_8),
        probe.bytesOf(TOPIC, started("one")),
        Map.of("traceparent", trace + "00f067aa0ba902b7-01"));
    assertThat(said(1).getFirst().headers())
        .containsEntry("ce_id", reference + "/1")
        .containsEntry("ce_type", "dev.holdfast.events.SettlementChanged")
        .containsEntry("ce_source", "/holdfast/delivery-test")
        .containsEntry("ce_subject", reference)
        .containsEntry("ce_specversion", "1.0")
        .containsEntry("ce_time", "2026-11-22T10:15:30Z")
        .hasEntrySatisfying("traceparent", header -> assertThat(header).startsWith(trace));
  }

  @Test
  void parksWhatCannotBeHandledWithItsBytesAndTheRestGoesOn() {
    byte[] notAvro = "these are not Avro bytes".getBytes(UTF_8);
    probe.publish(TOPIC, reference, started("before"));
    publish(notAvro);
    publish(ByteBuffer.allocate(20).put((byte) 0).putInt(999_999).array());
    publish(probe.bytesOf(TOPIC, started(UUID.randomUUID().toString(), "of another key")));
    probe.publish(TOPIC, reference, started("after"));

    assertThat(said(2))
        .extracting(r -> r.value().getSessionId())
        .containsExactly("before", "after");
    List<Published<ParkedRecord>> parked = parked(3);
    assertThat(parked)
        .extracting(record -> record.value().getError())
        .satisfiesExactly(
            error -> assertThat(error).contains("wire format"),
            error -> assertThat(error).contains("no schema with id 999999"),
            error -> assertThat(error).contains("is not the record's reference"));
    assertThat(parked.getFirst().value().getValue()).isEqualTo(ByteBuffer.wrap(notAvro));
  }

  /** The length of the second text, 28, reads as an 8 before the number. */
  @Test
  void parksACardNumberMaskedInEveryTextAndReadableAsBefore() {
    var number = "4111111111111111 and 12/28..";
    var value = probe.bytesOf(TOPIC, started(reference, "4111 1111 1111 1111", number));
    publish(value);
    publish("not Avro, but a number: 84111111111111111".getBytes(UTF_8));

    var parked = parked(2).stream().map(record -> record.value()).toList();
    assertThat(parked.getFirst().getError()).startsWith("sessionId, evseId holds");
    assertThat(codec.decode(TOPIC, parked.getFirst().getValue().array()))
        .isEqualTo(started(reference, "***************1111", "************1111 and 12/28.."));
    assertThat(parked.getLast().getValue())
        .isEqualTo(UTF_8.encode("not Avro, but a number: 8************1111"));
  }

  @Test
  void namesNoSubjectWhereAParkedRecordHasNoKey() {
    probe.publishBytes(TOPIC, null, reference.getBytes(UTF_8), Map.of());

    var parked =
        probe.await(
            Topic.PARKED,
            ParkedRecord.class,
            "",
            all -> all.stream().anyMatch(record -> isMine(record.value())));
    assertThat(parked)
        .filteredOn(record -> isMine(record.value()))
        .singleElement()
        .satisfies(record -> assertThat(record.headers()).doesNotContainKey("ce_subject"));
  }

  private boolean isMine(ParkedRecord record) {
    return ByteBuffer.wrap(reference.getBytes(UTF_8)).equals(record.getValue());
  }

  @Test
  void parksTheOneRecordThatTheDatabaseRefusesAndAppliesTheOthers() {
    for (String session : List.of("before", "refused-by-the-database", "after")) {
      probe.publish(TOPIC, reference, started(session));
    }
    assertThat(said(2))
        .extracting(r -> r.value().getSessionId())
        .containsExactly("before", "after");
    assertThat(parked(1)).hasSize(1);
  }

  @Test
  void replaysAParkedRecordOnceItsCauseIsMended() {
    byte[] value = probe.bytesOf(TOPIC, started("mended"));
    ByteBuffer.wrap(value).putInt(1, SCHEMA_ID_TO_COME);
    publish(value);
    assertThat(parked(1)).hasSize(1);
    int id = parkedId();

    replay(id).statusCode(409).body("detail", containsString("" + SCHEMA_ID_TO_COME));
    codec.know(SCHEMA_ID_TO_COME, TOPIC.schema());
    replay(id).statusCode(200);
    replay(id).statusCode(409).body("detail", containsString("replayed before"));
    assertThat(said(1)).hasSize(1);
    replay(1_000_000).statusCode(404).contentType("application/problem+json");
  }

  @Test
  void saysThatItIsReadyLivesAndDelivers() {
    for (String path : List.of("ready", "live")) {
      when()
          .get("/q/health/" + path)
          .then()
          .statusCode(200)
          .body("checks.find { it.name == 'work ends' }.status", equalTo("UP"));
    }
    when()
        .get("/q/health/group/delivery")
        .then()
        .statusCode(200)
        .body("checks.find { it.name == 'delivery' }.data.database", equalTo("answers"));
  }

  private static io.restassured.response.ValidatableResponse replay(int id) {
    return when().post("/parked/{id}/replay", id).then();
  }

  private int parkedId() {
    String key = Base64.getEncoder().encodeToString(reference.getBytes(UTF_8));
    List<Integer> ids =
        when()
            .get("/parked?size=500")
            .jsonPath()
            .getList("items.findAll { it.key == '" + key + "' }.id");
    return ids.getFirst();
  }

  private void publish(byte[] value) {
    probe.publishBytes(TOPIC, reference.getBytes(UTF_8), value, Map.of());
  }

  private List<Published<SettlementChanged>> said(int count) {
    return probe.await(
        Topic.SETTLEMENTS, SettlementChanged.class, reference, all -> all.size() >= count);
  }

  private List<Published<ParkedRecord>> parked(int count) {
    return probe.await(Topic.PARKED, ParkedRecord.class, reference, all -> all.size() >= count);
  }

  private SessionStarted started(String session) {
    return started(reference, session);
  }

  private static SessionStarted started(String reference, String session) {
    return started(reference, session, "NL*ABC*E1");
  }

  private static SessionStarted started(String reference, String session, String evse) {
    return SessionStarted.newBuilder()
        .setReference(reference)
        .setSessionId(session)
        .setEvseId(evse)
        .setStartedAt(Instant.parse("2026-11-22T10:15:30Z"))
        .build();
  }
}
