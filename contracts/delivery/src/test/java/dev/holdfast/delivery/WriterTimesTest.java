package dev.holdfast.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.contracts.Topic;
import dev.holdfast.delivery.registry.SchemaRegistry;
import dev.holdfast.events.SessionStarted;
import dev.holdfast.events.VendorChanged;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Producers whose schema says of a time what ours does not. */
class WriterTimesTest {
  private static final int ID = 7;

  private final AvroCodec codec = new AvroCodec(new NoRegistry());

  @ParameterizedTest
  @CsvSource({
    "timestamp-millis, 1763806530123, 2025-11-22T10:15:30.123Z",
    "timestamp-micros, 1763806530123456, 2025-11-22T10:15:30.123456Z",
    "timestamp-nanos, 1763806530123456789, 2025-11-22T10:15:30.123456Z",
  })
  void areReadInTheUnitThatTheWriterSays(String unit, long value, Instant time) throws IOException {
    assertThat(read(unit, value).getStartedAt()).isEqualTo(time);
  }

  @Test
  void areOursWhereTheWriterDoesNotSay() throws IOException {
    assertThat(read("", 1763806530123456L).getStartedAt())
        .isEqualTo(Instant.parse("2025-11-22T10:15:30.123456Z"));
  }

  @ParameterizedTest
  @CsvSource({"timestamp-millis", "timestamp-nanos"})
  void thatAreFarOutsideAreStillTimes(String unit) throws IOException {
    if (unit.equals("timestamp-nanos")) {
      assertThat(read(unit, Long.MAX_VALUE).getStartedAt())
          .isEqualTo(Instant.parse("2262-04-11T23:47:16.854775Z"));
    } else {
      assertThatThrownBy(() -> read(unit, Long.MAX_VALUE))
          .isInstanceOf(Unacceptable.class)
          .hasMessageStartingWith("startedAt is 9223372036854775807 ms")
          .hasMessageContaining("no clock could have shown this time");
    }
  }

  @ParameterizedTest
  @CsvSource({"local-timestamp-micros", "time-micros"})
  void thatAreNoMomentsAreRefusedWithTheirField(String unit) {
    assertThatThrownBy(() -> read(unit, 1763806530123456L))
        .isInstanceOf(Unacceptable.class)
        .hasMessageStartingWith("startedAt is a " + unit);
  }

  @Test
  void differInNoSchemaOfOurs() {
    for (Topic topic : Topic.values()) {
      Schema same = new Schema.Parser().parse(topic.schema().toString());
      assertThat(new WriterTimes(same, topic.schema()).differ()).as(topic.topicName()).isFalse();
    }
  }

  /** Some times of a vendor's maintenance lie in the records of a list. */
  @Test
  void areFoundHoweverDeep() throws IOException {
    String ours = Topic.VENDORS.schema().toString();
    Schema writer = new Schema.Parser().parse(ours.replace("timestamp-micros", "timestamp-millis"));
    long millis = Instant.parse("2025-11-22T10:15:30.123Z").toEpochMilli();
    Schema window = writer.getField("maintenance").schema().getElementType();
    GenericData.Record vendor = filled(writer, millis);
    vendor.put("maintenance", List.of(filled(window, millis), filled(window, millis)));
    codec.know(ID, writer);

    var read = (VendorChanged) codec.decode(Topic.VENDORS, bytes(ID, writer, vendor));

    List<Instant> times = new ArrayList<>();
    Leaves.of(
        read,
        (field, value) -> {
          if (value instanceof Instant time) {
            times.add(time);
          }
        });
    assertThat(times).hasSize(6).containsOnly(Instant.ofEpochMilli(millis));
  }

  private static GenericData.Record filled(Schema schema, long number) {
    GenericData.Record record = new GenericData.Record(schema);
    for (Schema.Field field : schema.getFields()) {
      switch (field.schema().getType()) {
        case LONG -> record.put(field.pos(), number);
        case STRING -> record.put(field.pos(), "text");
        case ENUM ->
            record.put(
                field.pos(),
                new GenericData.EnumSymbol(
                    field.schema(), field.schema().getEnumSymbols().getFirst()));
        default -> record.put(field.pos(), null);
      }
    }
    return record;
  }

  private SessionStarted read(String unit, long value) throws IOException {
    Schema ours = Topic.SESSION_STARTED.schema();
    String logical = unit.isEmpty() ? "" : ",\"logicalType\":\"" + unit + "\"";
    Schema writer =
        new Schema.Parser()
            .parse(ours.toString().replaceAll(",\"logicalType\":\"timestamp-micros\"", logical));
    GenericData.Record record = new GenericData.Record(writer);
    record.put("reference", "0199c5f0-7a51-7000-8000-000000000001");
    record.put("sessionId", "session-1");
    record.put("evseId", "NL*ABC*E1");
    record.put("startedAt", value);
    codec.know(ID, writer);
    return (SessionStarted) codec.decode(Topic.SESSION_STARTED, bytes(ID, writer, record));
  }

  static byte[] bytes(int id, Schema writer, Object record) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(ByteBuffer.allocate(5).put((byte) 0).putInt(id).array());
    var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    new GenericDatumWriter<>(writer).write(record, encoder);
    return bytes.toByteArray();
  }

  /** Every schema is known before. */
  private static final class NoRegistry implements SchemaRegistry {
    @Override
    public int register(String subject, Schema schema) {
      return ID;
    }

    @Override
    public Optional<Integer> idOf(String subject, Schema schema) {
      return Optional.empty();
    }

    @Override
    public Optional<Schema> schemaOf(int id) {
      return Optional.empty();
    }
  }
}
