package dev.holdfast.delivery;

import static io.restassured.RestAssured.when;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.holdfast.contracts.Topic;
import dev.holdfast.events.ParkedRecord;
import dev.holdfast.events.SettlementChanged;
import dev.holdfast.infrastructure.Infrastructure;
import dev.holdfast.testkit.Stack;
import dev.holdfast.testkit.TopicProbe;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Stack.class)
@SuppressWarnings("NullAway.Init") // the test framework fills the fields
class UnsentIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int TOO_MANY_BYTES = 1_200_000;

  @Inject JdbcTransactions database;
  private Infrastructure infrastructure;

  private final TopicProbe probe = TopicProbe.ofApplication();
  private final String reference = UUID.randomUUID().toString();

  @AfterEach
  void close() {
    probe.close();
  }

  @Test
  void setsARecordAsideThatIsTooLargeAndSendsWhatIsBehindIt() throws SQLException {
    write(Topic.JOURNAL.topicName(), TOO_MANY_BYTES);
    probe.publish(Topic.SESSION_STARTED, reference, Records.started(reference));

    assertThat(probe.await(Topic.SETTLEMENTS, SettlementChanged.class, reference, all -> true))
        .isNotNull();
    int id = unsentId();
    when()
        .get("/unsent/{id}", id)
        .then()
        .statusCode(200)
        .body("topic", equalTo("journal.v1"))
        .body("bytes", equalTo(TOO_MANY_BYTES))
        .body("reason", containsString("larger than the broker takes"));
  }

  @Test
  void setsOneRecordOfATransactionAsideAndSendsTheOthers() throws Exception {
    String topic = "mixed-" + reference;
    try (Admin admin = admin()) {
      admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
      write(topic, 10, TOO_MANY_BYTES, 10);
      await().atMost(PATIENCE).untilAsserted(() -> assertThat(endOf(admin, topic)).isEqualTo(2));
    }
    assertThat(when().get("/unsent?size=500").jsonPath().<String>getList("items.event"))
        .contains(reference + "/2")
        .doesNotContain(reference + "/1", reference + "/3");
  }

  @Test
  void setsARecordAsideWhoseTopicIsMissingAndSendsItAgainOnceThereIsOne() throws Exception {
    String topic = "missing-" + reference;
    write(topic, 10);
    int id = unsentId();
    when().get("/unsent/{id}", id).then().body("reason", containsString("no topic " + topic));

    try (Admin admin = admin()) {
      admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
      when().post("/unsent/{id}/send", id).then().statusCode(200);
      await().atMost(PATIENCE).untilAsserted(() -> assertThat(endOf(admin, topic)).isEqualTo(1));
    }
    when()
        .post("/unsent/{id}/send", id)
        .then()
        .statusCode(409)
        .body("detail", containsString("sent again"));
    when().post("/unsent/{id}/send", 1_000_000).then().statusCode(404);
    assertThat(waitingIds()).doesNotContain(id);
  }

  @Test
  void setsARecordAsideThatTheBrokerForbidsAndSendsItAgainOnceItIsAllowed() throws Exception {
    String topic = "forbidden-" + reference;
    try (Admin admin = admin()) {
      admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
      admin.createAcls(List.of(nobodyWritesTo(topic))).all().get();
      write(topic, 10);
      int id = unsentId();
      when().get("/unsent/{id}", id).then().body("reason", containsString("may not write to"));

      admin.deleteAcls(List.of(nobodyWritesTo(topic).toFilter())).all().get();
      when().post("/unsent/{id}/send", id).then().statusCode(200);
      await().atMost(PATIENCE).untilAsserted(() -> assertThat(endOf(admin, topic)).isEqualTo(1));
    }
  }

  @Test
  void announcesAParkedRecordThatIsTooLargeWithoutItsValue() {
    byte[] large = new byte[1_000_000];
    new Random(14).nextBytes(large);
    probe.publishBytes(Topic.SESSION_STARTED, reference.getBytes(UTF_8), large, Map.of());

    ParkedRecord parked =
        probe
            .await(Topic.PARKED, ParkedRecord.class, reference, all -> !all.isEmpty())
            .getFirst()
            .value();
    assertThat(parked.getValue()).isNull();
    assertThat(parked.getError()).contains("wire format").contains("GET /parked");
  }

  private Admin admin() {
    return Admin.create(
        Map.<String, Object>of("bootstrap.servers", infrastructure.bootstrapServers()));
  }

  private static AclBinding nobodyWritesTo(String topic) {
    return new AclBinding(
        new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL),
        new AccessControlEntry("User:*", "*", AclOperation.WRITE, AclPermissionType.DENY));
  }

  private static long endOf(Admin admin, String topic) throws Exception {
    var partition = new org.apache.kafka.common.TopicPartition(topic, 0);
    return admin
        .listOffsets(Map.of(partition, org.apache.kafka.clients.admin.OffsetSpec.latest()))
        .partitionResult(partition)
        .get()
        .offset();
  }

  private int unsentId() {
    await()
        .atMost(PATIENCE)
        .until(() -> !when().get("/unsent?size=500").jsonPath().getList(mine()).isEmpty());
    return when()
        .get("/unsent?size=500")
        .jsonPath()
        .getInt("items.find { it.event == '" + reference + "/1' }.id");
  }

  private String mine() {
    return "items.findAll { it.event == '" + reference + "/1' }.id";
  }

  private static List<Integer> waitingIds() {
    return when().get("/unsent?size=500").jsonPath().getList("items.id");
  }

  /** As one transaction, a record of each size, numbered from 1. */
  private void write(String topic, int... sizes) throws SQLException {
    List<byte[]> values = IntStream.of(sizes).mapToObj(UnsentIT::bytes).toList();
    database.run(connection -> {
      try (PreparedStatement insert =
          connection.prepareStatement(
              """
              insert into outbox
                (topics, record_keys, event_ids, times_micros, traceparents, record_values)
              select array_agg(cast(? as text)), array_agg(convert_to(?, 'UTF8')),
                array_agg(? || '/' || number order by number), array_agg(0),
                array_agg(cast('' as text)), array_agg(value order by number)
              from unnest(?) with ordinality as told(value, number)
              """)) {
        insert.setString(1, topic);
        insert.setString(2, reference);
        insert.setString(3, reference);
        insert.setArray(4, connection.createArrayOf("bytea", values.toArray(byte[][]::new)));
        return insert.executeUpdate();
      }
    });
  }

  private static byte[] bytes(int size) {
    byte[] value = new byte[size];
    new Random(14).nextBytes(value);
    return value;
  }
}
