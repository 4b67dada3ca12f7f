package dev.holdfast.contracts;

import static dev.holdfast.contracts.Samples.enumOf;
import static dev.holdfast.contracts.Samples.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CompatibilityTest {
  private static final String READS_OLD = "current does not read released: ";
  private static final String READ_BY_OLD = "released does not read current: ";
  private static final String MICROS = "{'type': 'long', 'logicalType': 'timestamp-micros'}";
  private static final String MILLIS = "{'type': 'long', 'logicalType': 'timestamp-millis'}";
  private static final String LINE =
      "{'type': 'array', 'items': {'type': 'record', 'name': 'Line', 'doc': 'A line.', 'fields': [%s]}}";

  private static final SequencedMap<String, String> FIELDS = new LinkedHashMap<>();

  static {
    FIELDS.put("reference", field("reference", "'string'"));
    FIELDS.put("version", field("version", "'int'"));
    FIELDS.put("detail", field("detail", "['null', 'string']", "null"));
    FIELDS.put("count", field("count", "'int'", "0"));
    FIELDS.put("side", field("side", enumOf("'DEBIT', 'CREDIT'", "")));
    FIELDS.put("mood", field("mood", enumOf("'GOOD', 'BAD', 'OTHER'", "OTHER")));
    FIELDS.put("at", field("at", MICROS));
    FIELDS.put("lines", field("lines", LINE.formatted(field("amount", "'Money'"))));
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void everySchemaIsFullyCompatibleWithEveryReleasedVersion(Topic topic) {
    assertThat(ReleasedSchemas.ofProject().versions(topic))
        .as("released copies of %s", topic.topicName())
        .isNotEmpty()
        .allSatisfy(
            released -> assertThat(Compatibility.breaks(topic.registered(), released)).isEmpty());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void catches(String change, Schema changed, String fault) {
    assertThat(Compatibility.breaks(changed, sample())).as(change).contains(fault);
  }

  static Stream<Arguments> catches() {
    return Stream.of(
        arguments(
            "a field without default is removed",
            without("reference"),
            READ_BY_OLD + "READER_FIELD_MISSING_DEFAULT_VALUE at /fields/0"),
        arguments(
            "a field without default is added",
            with("more", field("more", "'string'")),
            READS_OLD + "READER_FIELD_MISSING_DEFAULT_VALUE at /fields/8"),
        arguments(
            "a field is renamed",
            with("reference", field("payment", "'string'")),
            READS_OLD + "READER_FIELD_MISSING_DEFAULT_VALUE at /fields/0"),
        arguments(
            "a field is renamed, the old name an alias",
            with("reference", "{'name': 'payment', 'type': 'string', 'aliases': ['reference']}"),
            READ_BY_OLD + "READER_FIELD_MISSING_DEFAULT_VALUE at /fields/0"),
        arguments(
            "a type is changed",
            with("reference", field("reference", "'long'")),
            READS_OLD + "TYPE_MISMATCH at /fields/0/type"),
        arguments(
            "a number is widened",
            with("version", field("version", "'long'")),
            READ_BY_OLD + "TYPE_MISMATCH at /fields/1/type"),
        arguments(
            "what may be null must be there",
            with("detail", field("detail", "'string'")),
            READS_OLD + "TYPE_MISMATCH at /fields/2/type/0"),
        arguments(
            "what must be there may be null",
            with("reference", field("reference", "['null', 'string']")),
            READ_BY_OLD + "TYPE_MISMATCH at /fields/0/type/0"),
        arguments(
            "a union gets a branch",
            with("detail", field("detail", "['null', 'string', 'long']", "null")),
            READ_BY_OLD + "MISSING_UNION_BRANCH at /fields/2/type/2"),
        arguments(
            "a closed enum grows",
            with("side", field("side", enumOf("'DEBIT', 'CREDIT', 'BOTH'", ""))),
            READ_BY_OLD + "MISSING_ENUM_SYMBOLS at /fields/4/type/symbols"),
        arguments(
            "a closed enum loses a symbol",
            with("side", field("side", enumOf("'DEBIT'", ""))),
            READS_OLD + "MISSING_ENUM_SYMBOLS at /fields/4/type/symbols"),
        arguments(
            "an enum with a default loses a symbol",
            with("mood", field("mood", enumOf("'GOOD', 'OTHER'", "OTHER"))),
            "a symbol is gone, and old records would be read as the default at Sample.mood"),
        arguments(
            "a symbol is renamed",
            with("mood", field("mood", enumOf("'GOOD', 'SAD', 'OTHER'", "OTHER"))),
            "a symbol is gone, and old records would be read as the default at Sample.mood"),
        arguments(
            "an enum gets another default",
            with("mood", field("mood", enumOf("'GOOD', 'BAD', 'OTHER'", "BAD"))),
            "the default changed at Sample.mood"),
        arguments(
            "micros become millis",
            with("at", field("at", MILLIS)),
            "the logical type changed at Sample.at"),
        arguments(
            "a default is changed",
            with("count", field("count", "'int'", "1")),
            "the default changed at Sample.count"),
        arguments(
            "a default is taken away",
            with("count", field("count", "'int'")),
            "the default changed at Sample.count"),
        arguments(
            "a field deep inside is added without default",
            with(
                "lines",
                field(
                    "lines",
                    LINE.formatted(field("amount", "'Money'") + "," + field("tax", "'Money'")))),
            READS_OLD + "READER_FIELD_MISSING_DEFAULT_VALUE at /fields/7/type/items/fields/1"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void allows(String change, Schema changed) {
    assertThat(Compatibility.breaks(changed, sample())).as(change).isEmpty();
  }

  static Stream<Arguments> allows() {
    return Stream.of(
        arguments("no change", sample()),
        arguments(
            "a field with a default is added",
            with("more", field("more", "['null', 'string']", "null"))),
        arguments("a field with a default is removed", without("detail")),
        arguments(
            "an enum with a default grows",
            with("mood", field("mood", enumOf("'GOOD', 'BAD', 'OTHER', 'FINE'", "OTHER")))),
        arguments(
            "a doc is rewritten",
            with(
                "reference", "{'name': 'reference', 'type': 'string', 'doc': 'In other words.'}")));
  }

  private static Schema sample() {
    return Samples.record(FIELDS.values());
  }

  private static Schema with(String name, String field) {
    Map<String, String> fields = new LinkedHashMap<>(FIELDS);
    fields.put(name, field);
    return Samples.record(fields.values());
  }

  private static Schema without(String name) {
    Map<String, String> fields = new LinkedHashMap<>(FIELDS);
    fields.remove(name);
    return Samples.record(fields.values());
  }
}
