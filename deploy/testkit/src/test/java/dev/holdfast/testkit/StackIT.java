package dev.holdfast.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.contracts.Topic;
import dev.holdfast.events.SessionClosed;
import dev.holdfast.events.SessionStarted;
import dev.holdfast.infrastructure.Infrastructure;
import dev.holdfast.infrastructure.Part;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = Stack.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = {
      @ResourceArg(name = "database", value = "stack"),
      @ResourceArg(name = "simulator", value = "true")
    })
class StackIT {
  @SuppressWarnings("NullAway.Init") // filled by the test resource
  Infrastructure infrastructure;

  @Test
  void theApplicationIsToldWhereItsDatabaseIs() throws Exception {
    var url = setting("quarkus.datasource.jdbc.url");
    assertThat(url).endsWith("/stack");
    try (var connection =
        DriverManager.getConnection(
            url, setting("quarkus.datasource.username"), setting("quarkus.datasource.password"))) {
      assertThat(connection.isValid(1)).isTrue();
    }
  }

  @Test
  void theApplicationIsToldWhereThePayterCloudIs() {
    assertThat(URI.create(setting("holdfast.payter.test.url")).getPath()).isEqualTo("/test");
    assertThat(setting("holdfast.payter.test.api-key")).isNotEmpty();
  }

  @Test
  void theProbeReadsWhatItPublished() {
    publishAndRead();
  }

  private static void publishAndRead() {
    var started = sessionStarted();
    try (var probe = TopicProbe.ofApplication()) {
      probe.publish(Topic.SESSION_STARTED, started.getReference(), started);
      var seen =
          probe.await(
              Topic.SESSION_STARTED,
              SessionStarted.class,
              started.getReference(),
              records -> !records.isEmpty());
      assertThat(seen).singleElement().extracting(Published::value).isEqualTo(started);
      assertThat(seen.getFirst().headers())
          .containsEntry("ce_type", "dev.holdfast.events.SessionStarted");
    }
  }

  @Test
  void theProbeDoesNotTakeForeignBytesForARecord() {
    try (var probe = TopicProbe.ofApplication()) {
      probe.publishBytes(Topic.SESSION_CLOSED, null, new byte[] {1, 2, 3}, Map.of());
      assertThatThrownBy(() -> probe.read(Topic.SESSION_CLOSED, SessionClosed.class))
          .hasMessageContaining("wire format");
      assertThat(probe.read(Topic.SESSION_CLOSED, SessionClosed.class, "a key")).isEmpty();
    }
  }

  @Test
  void aTestMayEndAPartAndStartItAgain() {
    infrastructure.stop(Part.BROKER);
    infrastructure.start(Part.BROKER);
    publishAndRead();
  }

  private static SessionStarted sessionStarted() {
    return SessionStarted.newBuilder()
        .setReference(UUID.randomUUID().toString())
        .setSessionId("session-1")
        .setEvseId("DE*HLD*E1")
        .setStartedAt(Instant.parse("2026-11-22T10:00:00Z"))
        .build();
  }

  private static String setting(String name) {
    return ConfigProvider.getConfig().getValue(name, String.class);
  }
}
