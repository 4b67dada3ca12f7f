package dev.holdfast.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/**
 * Takes times for what their writer said they are. Avro's resolution of schemas looks at the types
 * alone, so milliseconds of a writer would pass for microseconds of ours: 2026 would be 1970.
 */
record WriterTimes(Schema writer, Schema reader) {
  private static final String MICROS = LogicalTypes.timestampMicros().getName();
  private static final String MILLIS = LogicalTypes.timestampMillis().getName();
  private static final String NANOS = LogicalTypes.timestampNanos().getName();

  /** Do any times that both know differ in what they are? */
  boolean differ() {
    return differ(writer, reader, new HashSet<>());
  }

  private static boolean differ(Schema writer, Schema reader, Set<String> seen) {
    if (writer.isUnion()) {
      return writer.getTypes().stream().anyMatch(one -> differ(one, reader, seen));
    }
    Schema same = sameIn(reader, writer);
    if (same == null) {
      return false;
    }
    return switch (writer.getType()) {
      case RECORD ->
          seen.add(writer.getFullName())
              && writer.getFields().stream().anyMatch(field -> differs(field, same, seen));
      case ARRAY -> differ(writer.getElementType(), same.getElementType(), seen);
      case MAP -> differ(writer.getValueType(), same.getValueType(), seen);
      case INT, LONG -> isOther(writer, same);
      case UNION, ENUM, FIXED, STRING, BYTES, FLOAT, DOUBLE, BOOLEAN, NULL -> false;
    };
  }

  private static boolean differs(Schema.Field field, Schema reader, Set<String> seen) {
    Schema.Field same = reader.getField(field.name());
    return same != null && differ(field.schema(), same.schema(), seen);
  }

  /** The same record with every time in the unit of the reader; written with the same schema. */
  byte[] translated(BinaryDecoder record) throws IOException {
    Object value = new GenericDatumReader<>(writer).read(null, record);
    if (!record.isEnd()) {
      throw new IOException("bytes are left over after the record");
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    new GenericDatumWriter<>(writer).write(translated("", writer, reader, value), encoder);
    return bytes.toByteArray();
  }

  private static @Nullable Object translated(
      String field, Schema writer, Schema reader, @Nullable Object value) {
    if (writer.isUnion()) {
      Schema one = writer.getTypes().get(GenericData.get().resolveUnion(writer, value));
      return translated(field, one, reader, value);
    }
    Schema same = sameIn(reader, writer);
    if (same == null || value == null) {
      return value;
    }
    return switch (writer.getType()) {
      case RECORD -> translated(field, (IndexedRecord) value, same);
      case ARRAY -> {
        List<@Nullable Object> list = new ArrayList<>((Collection<?>) value);
        list.replaceAll(
            one -> translated(field, writer.getElementType(), same.getElementType(), one));
        yield list;
      }
      case MAP -> {
        Map<Object, @Nullable Object> map = new HashMap<>((Map<?, ?>) value);
        map.replaceAll(
            (key, one) -> translated(field, writer.getValueType(), same.getValueType(), one));
        yield map;
      }
      case INT, LONG -> isOther(writer, same) ? micros(field, writer, (Number) value) : value;
      case UNION, ENUM, FIXED, STRING, BYTES, FLOAT, DOUBLE, BOOLEAN, NULL -> value;
    };
  }

  private static IndexedRecord translated(String path, IndexedRecord record, Schema reader) {
    for (Schema.Field field : record.getSchema().getFields()) {
      Schema.Field same = reader.getField(field.name());
      if (same != null) {
        String name = path + (path.isEmpty() ? "" : ".") + field.name();
        Object value = record.get(field.pos());
        record.put(field.pos(), translated(name, field.schema(), same.schema(), value));
      }
    }
    return record;
  }

  private static long micros(String field, Schema writer, Number value) {
    String unit = unit(writer).orElse("");
    try {
      if (unit.equals(MILLIS)) {
        return Math.multiplyExact(value.longValue(), 1000L);
      }
    } catch (ArithmeticException outside) {
      throw new Unacceptable(
          field + " is " + value + " ms, and no clock could have shown this time", outside);
    }
    if (unit.equals(NANOS)) {
      return Math.floorDiv(value.longValue(), 1000L);
    }
    throw new Unacceptable(
        field
            + " is a "
            + unit
            + " in the schema that it was written with, and no "
            + MICROS
            + ": publish with the schema of the topic");
  }

  /** Is it another time than the reader's? Where the writer does not say, it is the reader's. */
  private static boolean isOther(Schema writer, Schema reader) {
    return unit(reader).filter(MICROS::equals).isPresent()
        && unit(writer).filter(unit -> !unit.equals(MICROS)).isPresent();
  }

  private static Optional<String> unit(Schema number) {
    return Optional.ofNullable(number.getProp("logicalType"));
  }

  /** What the reader has of the writer's type, alone or in a union; numbers go together. */
  private static @Nullable Schema sameIn(Schema reader, Schema writer) {
    List<Schema> all = reader.isUnion() ? reader.getTypes() : List.of(reader);
    return all.stream()
        .filter(one -> isNumber(one) ? isNumber(writer) : one.getType() == writer.getType())
        .findFirst()
        .orElse(null);
  }

  private static boolean isNumber(Schema schema) {
    return schema.getType() == Schema.Type.INT || schema.getType() == Schema.Type.LONG;
  }
}
