package dev.holdfast.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.contracts.Topic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
class EmbeddedIT {
  private final List<String> progress = new CopyOnWriteArrayList<>();
  private final Infrastructure infrastructure;
  private final Contents contents;
  private final Database database;
  private final Path folder;

  EmbeddedIT(@TempDir Path folder) {
    this.folder = folder;
    infrastructure = Embedded.in(folder).start(progress::add);
    contents = new Contents(infrastructure);
    database = infrastructure.database("contents");
  }

  @BeforeAll
  void provision() {
    Provisioning.createTopics(infrastructure.bootstrapServers());
    Provisioning.registerSchemas(infrastructure.schemaRegistry());
  }

  @AfterAll
  void close() {
    infrastructure.close();
    assertThatCode(infrastructure::close).doesNotThrowAnyException();
    assertThat(addresses()).noneMatch(Listening::at);
  }

  @Test
  void tellsOfEachPartHowLongItTookAndWhereItsLogIs() {
    assertThat(progress).hasSize(3);
    for (var part : Part.values()) {
      assertThat(progress)
          .anyMatch(line -> line.matches(part.words() + " started in \\d+\\.\\d s, log .*\\.log"));
    }
    assertThat(Stream.of("broker", "database", "schema-registry"))
        .allMatch(name -> Files.exists(folder.resolve("logs").resolve(name + ".log")));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void recordsOutliveTheBroker(boolean killed) throws Exception {
    contents.publish("before " + killed);
    end(Part.BROKER, killed);
    assertThat(Listening.at(infrastructure.bootstrapServers())).isFalse();
    infrastructure.start(Part.BROKER);
    contents.publish("after " + killed);
    assertThat(contents.published()).contains("before " + killed, "after " + killed);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void rowsOutliveTheDatabaseServer(boolean killed) throws Exception {
    contents.write("before " + killed);
    end(Part.DATABASE, killed);
    assertThat(addresses().filter(Listening::at)).hasSize(2);
    infrastructure.start(Part.DATABASE);
    contents.write("after " + killed);
    assertThat(SchemaSubjects.answer(infrastructure.schemaRegistry())).isTrue();
    assertThat(contents.written()).contains("before " + killed, "after " + killed);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void schemasKeepTheirIdsWhenTheRegistryEnds(boolean killed) {
    int before = contents.register(Topic.SETTLEMENTS);
    end(Part.SCHEMA_REGISTRY, killed);
    assertThat(SchemaSubjects.answer(infrastructure.schemaRegistry())).isFalse();
    infrastructure.start(Part.SCHEMA_REGISTRY);
    assertThat(contents.register(Topic.SETTLEMENTS)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fsync", "full_page_writes", "synchronous_commit"})
  void aCommitIsOnTheDisk(String setting) throws Exception {
    assertThat(contents.ask("show " + setting)).containsExactly("on");
  }

  @Test
  void provisioningAgainChangesNothing() {
    int before = contents.register(Topic.JOURNAL);
    provision();
    assertThat(contents.register(Topic.JOURNAL)).isEqualTo(before);
  }

  @Test
  void refusesASchemaThatEarlierRecordsDoNotFit() {
    var other = Schema.createRecord("SessionClosed", null, "dev.holdfast.events", false);
    other.setFields(
        List.of(new Schema.Field("colour", Schema.create(Schema.Type.STRING), "No default.")));
    try (var subjects = new SchemaSubjects(infrastructure.schemaRegistry())) {
      assertThatThrownBy(() -> subjects.register(Topic.SESSION_CLOSED.subject(), other.toString()))
          .hasMessageContaining("session-closed.v1-value")
          .hasMessageContaining("FULL_TRANSITIVE")
          .hasMessageContaining("Make the change compatible");
    }
  }

  @Test
  void aTopicThatNobodyProvisionedIsNotMade() {
    try (var admin = Admin.create(Map.of("bootstrap.servers", infrastructure.bootstrapServers()))) {
      assertThatThrownBy(() -> admin.describeTopics(List.of("nobodys.v1")).allTopicNames().get())
          .hasMessageContaining("UnknownTopicOrPartition");
    }
  }

  @Test
  void givenAddressesAreUsedAndTheirProgramsLeftAlone() throws Exception {
    System.setProperty("infra.broker", infrastructure.bootstrapServers());
    System.setProperty("infra.registry", infrastructure.schemaRegistry().toString());
    System.setProperty(
        "infra.database",
        "postgresql://%s:%s@%s:%d/postgres"
            .formatted(database.user(), database.password(), database.host(), database.port()));
    try (var given = ExternalAddresses.configured().infrastructure().start(progress -> {})) {
      new Contents(given).write("through given addresses");
      for (var part : Part.values()) {
        for (var order : List.<Consumer<Part>>of(given::start, given::stop, given::kill)) {
          assertThatThrownBy(() -> order.accept(part))
              .isInstanceOf(UnsupportedOperationException.class)
              .hasMessageContaining("-Dinfra=external");
        }
      }
    } finally {
      List.of("infra.broker", "infra.registry", "infra.database").forEach(System::clearProperty);
    }
    assertThat(contents.written()).contains("through given addresses");
  }

  @ParameterizedTest
  @EnumSource(Part.class)
  void aPartThatStandsStillAnswersNothingUntilItGoesOn(Part part) {
    infrastructure.pause(part);
    infrastructure.pause(part);
    assertThat(answers(part)).isFalse();
    infrastructure.resume(part);
    infrastructure.resume(part);
    assertThat(Patience.until(Duration.ofSeconds(60), () -> answers(part))).isTrue();
  }

  private boolean answers(Part part) {
    return switch (part) {
      case BROKER -> BrokerCheck.answers(infrastructure.bootstrapServers());
      case DATABASE -> DatabaseServer.answers(database);
      case SCHEMA_REGISTRY -> SchemaSubjects.answer(infrastructure.schemaRegistry());
    };
  }

  private void end(Part part, boolean killed) {
    if (killed) {
      infrastructure.kill(part);
    } else {
      infrastructure.stop(part);
    }
  }

  private Stream<String> addresses() {
    var registry = infrastructure.schemaRegistry();
    return Stream.of(
        infrastructure.bootstrapServers(),
        registry.getHost() + ":" + registry.getPort(),
        database.host() + ":" + database.port());
  }
}
