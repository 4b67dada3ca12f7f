package dev.holdfast.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.contracts.Topic;
import dev.holdfast.delivery.registry.SchemaRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class FindSchemasTest {
  private static final String URL = "http://registry.example";

  private final Subjects subjects = new Subjects();

  @Test
  void startsWhereEverySchemaIsRegistered() {
    for (Topic topic : Topic.values()) {
      subjects.register(topic.subject(), topic.registered());
    }
    assertThatCode(() -> atStart(false)).doesNotThrowAnyException();
  }

  @Test
  void refusesToStartAndNamesEachMissingSubject() {
    subjects.register(Topic.JOURNAL.subject(), Topic.JOURNAL.registered());
    assertThatThrownBy(() -> atStart(false))
        .hasMessageContaining(URL)
        .hasMessageContaining("settlements.v1-value")
        .hasMessageContaining("parked.v1-value")
        .hasMessageContaining("holdfast.delivery.register-schemas=true")
        .message()
        .doesNotContain("journal.v1-value");
    assertThat(subjects.ids).hasSize(1);
  }

  @Test
  void registersWhatIsMissingOnlyWhereThatIsConfigured() {
    assertThatCode(() -> atStart(true)).doesNotThrowAnyException();
    assertThat(subjects.ids).hasSize(Topic.values().length);
  }

  @Test
  void givesUpOnARegistryThatDoesNotAnswerAndSaysWhichSettingNamesIt() {
    subjects.reachable = false;
    assertThatThrownBy(() -> atStart(false))
        .hasMessageContaining(URL)
        .hasMessageContaining("holdfast.schema-registry.url");
  }

  private void atStart(boolean register) throws InterruptedException {
    new FindSchemas(subjects, new AvroCodec(subjects), settings(register), URL)
        .atStart(new StartupEvent());
  }

  static DeliverySettings settings(boolean register) {
    return new SmallRyeConfigBuilder()
        .withMapping(DeliverySettings.class)
        .withDefaultValue("holdfast.delivery.register-schemas", String.valueOf(register))
        .withDefaultValue("holdfast.delivery.registry-patience", "0s")
        .withConverter(
            java.time.Duration.class, 100, new io.quarkus.runtime.configuration.DurationConverter())
        .build()
        .getConfigMapping(DeliverySettings.class);
  }

  /** A registry in a map. */
  private static final class Subjects implements SchemaRegistry {
    private final Map<String, Integer> ids = new HashMap<>();
    private boolean reachable = true;

    @Override
    public int register(String subject, Schema schema) {
      return ids.computeIfAbsent(subject, name -> ids.size() + 1);
    }

    @Override
    public Optional<Integer> idOf(String subject, Schema schema) {
      if (!reachable) {
        throw new UncheckedIOException(new IOException("connection refused"));
      }
      return Optional.ofNullable(ids.get(subject));
    }

    @Override
    public Optional<Schema> schemaOf(int id) {
      return Optional.empty();
    }
  }
}
