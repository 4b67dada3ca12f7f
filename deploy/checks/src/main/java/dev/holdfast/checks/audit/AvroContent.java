package dev.holdfast.checks.audit;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** A record of whatever schema, in the words in which PostgreSQL writes the same as JSON. */
final class AvroContent {
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
          .appendFraction(ChronoField.MICRO_OF_SECOND, 0, 6, true)
          .appendLiteral("+00:00")
          .toFormatter()
          .withZone(ZoneOffset.UTC);

  private AvroContent() {}

  /** The fields that are asked for, as far as the record's writer knew them. */
  static Map<String, @Nullable Object> of(GenericRecord record, Collection<String> names) {
    Map<String, @Nullable Object> said = new TreeMap<>();
    for (Schema.Field field : record.getSchema().getFields()) {
      if (names.contains(field.name())) {
        said.put(field.name(), plain(record.get(field.pos()), field.schema()));
      }
    }
    return said;
  }

  private static @Nullable Object plain(@Nullable Object value, Schema schema) {
    if (value == null) {
      return null;
    }
    return switch (schema.getType()) {
      case UNION ->
          plain(
              value,
              schema
                  .getTypes()
                  .get(new org.apache.avro.generic.GenericData().resolveUnion(schema, value)));
      case RECORD -> record((GenericRecord) value);
      case ARRAY ->
          ((Collection<?>) value)
              .stream().map(item -> plain(item, schema.getElementType())).toList();
      case MAP -> map((Map<?, ?>) value, schema.getValueType());
      case BYTES -> Base64.getEncoder().encodeToString(bytes((ByteBuffer) value));
      case LONG, INT -> number((Number) value, schema.getLogicalType());
      case BOOLEAN -> value;
      case STRING, ENUM, FIXED, FLOAT, DOUBLE, NULL -> value.toString();
    };
  }

  private static Object record(GenericRecord record) {
    if (record.getSchema().getName().equals("Money")) {
      return record.get("minorUnits") + " " + record.get("currency");
    }
    return of(record, record.getSchema().getFields().stream().map(Schema.Field::name).toList());
  }

  private static Map<String, @Nullable Object> map(Map<?, ?> map, Schema values) {
    Map<String, @Nullable Object> said = new TreeMap<>();
    map.forEach((name, value) -> said.put(name.toString(), plain(value, values)));
    return said;
  }

  private static Object number(Number number, @Nullable LogicalType type) {
    if (type instanceof LogicalTypes.TimestampMicros) {
      return TIME.format(Instant.EPOCH.plus(number.longValue(), ChronoUnit.MICROS));
    }
    return type instanceof LogicalTypes.Date
        ? LocalDate.ofEpochDay(number.longValue()).toString()
        : number;
  }

  static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
