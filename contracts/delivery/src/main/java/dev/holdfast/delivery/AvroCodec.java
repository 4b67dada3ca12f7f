package dev.holdfast.delivery;

import dev.holdfast.contracts.Topic;
import dev.holdfast.delivery.registry.SchemaRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Records to and from the Confluent wire format: magic 0, schema id in four bytes, Avro binary. */
@ApplicationScoped
class AvroCodec {
  private static final byte MAGIC = 0;

  /** Before the Avro. */
  static final int PREFIX_BYTES = 5;

  /** Looks for the records where the topics are, whatever class loader the calling thread has. */
  private static final SpecificData MODEL = model();

  private final SchemaRegistry registry;
  private final Map<Topic, Integer> writerIds = new ConcurrentHashMap<>();
  private final Map<Integer, Schema> writers = new ConcurrentHashMap<>();

  /** A reader compares both schemas when it first reads, which takes longer than to read. */
  private final Map<Written, Reader> readers = new ConcurrentHashMap<>();

  /** What is read alike: records of one topic, written with one schema. */
  private record Written(Topic topic, int schemaId) {}

  /** How it is read; times only where they must be translated before. */
  private record Reader(SpecificDatumReader<SpecificRecord> records, @Nullable WriterTimes times) {
    static Reader of(Schema writer, Topic topic) {
      Schema ours = topic.schema();
      WriterTimes times = new WriterTimes(writer, ours);
      // What is written with the registered text has the bytes of ours: nothing need be resolved.
      Schema written = writer.equals(topic.registered()) ? ours : writer;
      return new Reader(
          new SpecificDatumReader<>(written, ours, MODEL), times.differ() ? times : null);
    }
  }

  AvroCodec(SchemaRegistry registry) {
    this.registry = registry;
  }

  /** Says under which id this build's schema of a topic is registered; before anything is sent. */
  void write(Topic topic, int schemaId) {
    writerIds.put(topic, schemaId);
  }

  /**
   * Writes a value. What reads as a card number is masked in its free texts, so that no reader has
   * to park it: they quote what others said, identifiers among it.
   *
   * @throws Unacceptable if one of its times is none that a clock could have shown
   */
  byte[] encode(Topic topic, SpecificRecord value) {
    Integer id = writerIds.get(topic);
    if (id == null) {
      throw new IllegalStateException("No schema id is known for " + topic.subject());
    }
    new FreeTexts(topic.identifiers(), false).masked(value);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    bytes.writeBytes(ByteBuffer.allocate(PREFIX_BYTES).put(MAGIC).putInt(id).array());
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    try {
      new SpecificDatumWriter<SpecificRecord>(value.getSchema(), MODEL).write(value, encoder);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    } catch (ArithmeticException outside) {
      Plausible.only("", value);
      throw outside;
    }
    return bytes.toByteArray();
  }

  /** Must the registry be asked before this value can be decoded? */
  boolean needsSchema(byte @Nullable [] value) {
    return value != null && hasPrefix(value) && !writers.containsKey(schemaId(value));
  }

  /** Asks the registry for these values' schemas; blocks. An unknown id is left to decode. */
  void fetchSchemas(List<byte[]> values) {
    values.stream()
        .map(AvroCodec::schemaId)
        .distinct()
        .forEach(id -> registry.schemaOf(id).ifPresent(schema -> know(id, schema)));
  }

  /** Says what a schema id stands for; an id never stands for anything else again. */
  void know(int schemaId, Schema schema) {
    writers.put(schemaId, schema);
  }

  /**
   * Reads a value whose schema was fetched.
   *
   * @throws Unacceptable if the bytes are not a record of this topic
   */
  SpecificRecord decode(Topic topic, byte @Nullable [] value) {
    if (value == null || !hasPrefix(value)) {
      throw new Unacceptable(
          "The value is not in the Confluent wire format: it must begin with a zero byte and a"
              + " four-byte schema id. Publish with an Avro serializer and the schema of "
              + topic.subject());
    }
    int schemaId = schemaId(value);
    Schema writer = writers.get(schemaId);
    if (writer == null) {
      throw new Unacceptable(
          "The schema registry knows no schema with id "
              + schemaId
              + ". Register the schema under "
              + topic.subject()
              + ", then replay this record");
    }
    Schema ours = topic.schema();
    try {
      Reader reader =
          readers.computeIfAbsent(new Written(topic, schemaId), _ -> Reader.of(writer, topic));
      return read(reader, value);
    } catch (Unacceptable said) {
      throw said;
    } catch (AvroTypeException other) {
      throw new Unacceptable(
          "The value is not a " + ours.getName() + ": " + other.getMessage(), other);
    } catch (IOException | RuntimeException malformed) {
      throw new Unacceptable(
          "The value is not a "
              + ours.getName()
              + ": its bytes do not follow the schema with id "
              + schemaId
              + ", which it names. Publish it again with an Avro serializer",
          malformed);
    }
  }

  /** The schema that a value was written with; null where none is known. */
  @Nullable Schema writerOf(byte[] value) {
    return hasPrefix(value) ? writers.get(schemaId(value)) : null;
  }

  private static SpecificRecord read(Reader reader, byte[] value) throws IOException {
    BinaryDecoder decoder = decoder(value, PREFIX_BYTES);
    WriterTimes times = reader.times();
    if (times != null) {
      decoder = decoder(times.translated(decoder), 0);
    }
    SpecificRecord record = reader.records().read(null, decoder);
    if (!decoder.isEnd()) {
      throw new IOException("bytes are left over after the record");
    }
    return record;
  }

  private static BinaryDecoder decoder(byte[] bytes, int from) {
    return DecoderFactory.get().binaryDecoder(bytes, from, bytes.length - from, null);
  }

  private static SpecificData model() {
    SpecificData model = new SpecificData(Topic.class.getClassLoader());
    model.addLogicalTypeConversion(new TimeConversions.TimestampMicrosConversion());
    model.addLogicalTypeConversion(new TimeConversions.DateConversion());
    return model;
  }

  private static boolean hasPrefix(byte[] value) {
    return value.length >= PREFIX_BYTES && value[0] == MAGIC;
  }

  private static int schemaId(byte[] value) {
    return ByteBuffer.wrap(value, 1, Integer.BYTES).getInt();
  }
}
