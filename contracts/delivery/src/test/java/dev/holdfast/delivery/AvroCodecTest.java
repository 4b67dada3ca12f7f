package dev.holdfast.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.contracts.Topic;
import dev.holdfast.delivery.registry.SchemaRegistry;
import dev.holdfast.events.SessionStarted;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class AvroCodecTest {
  private static final int ID = 7;
  private static final Topic TOPIC = Topic.SESSION_STARTED;

  private final AvroCodec codec = new AvroCodec(new OneSchema());
  private final SessionStarted started =
      SessionStarted.newBuilder()
          .setReference("0199c5f0-7a51-7000-8000-000000000001")
          .setSessionId("session-1")
          .setEvseId("NL*ABC*E1")
          .setStartedAt(Instant.parse("2026-11-22T10:15:30.123456Z"))
          .build();

  AvroCodecTest() {
    codec.write(TOPIC, ID);
  }

  @Test
  void writesTheConfluentWireFormatAndReadsItBack() {
    byte[] bytes = codec.encode(TOPIC, started);
    assertThat(bytes).startsWith(0, 0, 0, 0, ID);
    assertThat(codec.needsSchema(bytes)).isTrue();
    codec.fetchSchemas(List.of(bytes));
    assertThat(codec.needsSchema(bytes)).isFalse();
    assertThat(codec.decode(TOPIC, bytes)).isEqualTo(started);
  }

  @Test
  void refusesBytesThatAreNotTheWireFormat() {
    for (byte[] bytes : new byte[][] {null, {}, {0, 0, 0}, "hello, world".getBytes(UTF_8)}) {
      assertThat(codec.needsSchema(bytes)).isFalse();
      assertThatThrownBy(() -> codec.decode(TOPIC, bytes))
          .isInstanceOf(Unacceptable.class)
          .hasMessageContaining("wire format");
    }
  }

  @Test
  void refusesAnUnknownSchemaIdAndNamesIt() {
    byte[] bytes = ByteBuffer.allocate(9).put((byte) 0).putInt(4711).array();
    codec.fetchSchemas(List.of(bytes));
    assertThatThrownBy(() -> codec.decode(TOPIC, bytes))
        .isInstanceOf(Unacceptable.class)
        .hasMessageContaining("4711")
        .hasMessageContaining("session-started.v1-value");
  }

  @Test
  void refusesACutRecordAndOneWithBytesLeftOver() {
    byte[] bytes = codec.encode(TOPIC, started);
    codec.fetchSchemas(List.of(bytes));
    for (int length : new int[] {5, 6, bytes.length - 1, bytes.length + 1}) {
      assertThatThrownBy(() -> codec.decode(TOPIC, Arrays.copyOf(bytes, length)))
          .isInstanceOf(Unacceptable.class)
          .hasMessageContaining("SessionStarted");
    }
  }

  @Test
  void refusesToWriteBeforeASchemaIdIsKnown() {
    assertThatThrownBy(() -> codec.encode(Topic.JOURNAL, started))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("journal.v1-value");
  }

  @Test
  void refusesToSayATimeThatNoRecordCanCarryAndNamesItsField() {
    SessionStarted never = SessionStarted.newBuilder(started).setStartedAt(Instant.MAX).build();
    assertThatThrownBy(() -> codec.encode(TOPIC, never))
        .isInstanceOf(Unacceptable.class)
        .hasMessageStartingWith("startedAt is")
        .hasMessageContaining("no clock could have shown this time");
  }

  /** A registry that holds one schema. */
  private static final class OneSchema implements SchemaRegistry {
    @Override
    public int register(String subject, Schema schema) {
      return ID;
    }

    @Override
    public Optional<Integer> idOf(String subject, Schema schema) {
      return Optional.of(ID);
    }

    @Override
    public Optional<Schema> schemaOf(int id) {
      return id == ID ? Optional.of(TOPIC.schema()) : Optional.empty();
    }
  }
}
