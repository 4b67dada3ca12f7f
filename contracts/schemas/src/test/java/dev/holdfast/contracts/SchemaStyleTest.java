package dev.holdfast.contracts;

import static dev.holdfast.contracts.Samples.enumOf;
import static dev.holdfast.contracts.Samples.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaStyleTest {
  @ParameterizedTest
  @EnumSource(Topic.class)
  void everySchemaKeepsTheRules(Topic topic) {
    assertThat(SchemaStyle.faults(topic.schema())).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void catches(String field, String fault) {
    assertThat(SchemaStyle.faults(Samples.record(List.of(field)))).contains(fault);
  }

  static Stream<Arguments> catches() {
    String fraction = "is a binary fraction, which cannot say 0.10";
    return Stream.of(
        arguments("{'name': 'detail', 'type': 'string'}", "Sample.detail has no doc"),
        arguments("{'name': 'detail', 'type': 'string', 'doc': ' '}", "Sample.detail has no doc"),
        arguments(
            field("deep", "{'type': 'record', 'name': 'Deep', 'fields': []}"),
            "Sample.deep has a type without doc: Deep"),
        arguments(
            field(
                "deep",
                "{'type': 'array', 'items': {'type': 'record', 'name': 'Deep', 'doc': 'Deep.', 'fields': [{'name': 'detail', 'type': 'string'}]}}"),
            "Sample.deep[].detail has no doc"),
        arguments(
            field(
                "mood", "{'type': 'enum', 'name': 'Mood', 'symbols': ['GOOD'], 'default': 'GOOD'}"),
            "Sample.mood has a type without doc: Mood"),
        arguments(field("ratio", "'float'"), "Sample.ratio " + fraction),
        arguments(field("ratio", "'double'"), "Sample.ratio " + fraction),
        arguments(field("ratio", "['null', 'double']", "null"), "Sample.ratio<double> " + fraction),
        arguments(
            field("ratios", "{'type': 'array', 'items': 'float'}"), "Sample.ratios[] " + fraction),
        arguments(
            field("ratios", "{'type': 'map', 'values': ['null', 'float']}"),
            "Sample.ratios{}<float> " + fraction),
        arguments(
            field(
                "deep",
                "{'type': 'record', 'name': 'Deep', 'doc': 'Deep.', 'fields': [%s]}"
                    .formatted(field("ratio", "'double'"))),
            "Sample.deep.ratio " + fraction),
        arguments(
            field("ratio", "{'type': 'bytes', 'logicalType': 'decimal', 'precision': 9}"),
            "Sample.ratio is a decimal: money is Money, any other fraction is text"),
        arguments(
            field(
                "mood", "{'type': 'enum', 'name': 'Mood', 'doc': 'A mood.', 'symbols': ['GOOD']}"),
            "Sample.mood is an enum that may grow, without a default symbol: Mood"),
        arguments(
            field("mood", enumOf("'Good', 'OTHER'", "OTHER")),
            "Sample.mood has a symbol that is not in UPPER_CASE: Good"),
        arguments(field("cpo_id", "'string'"), "Sample.cpo_id is not in camelCase"),
        arguments(field("CpoId", "'string'"), "Sample.CpoId is not in camelCase"),
        arguments(field("cpoID", "'string'"), "Sample.cpoID is not in camelCase"),
        arguments(
            field("deep", "{'type': 'record', 'name': 'deep_one', 'doc': 'Deep.', 'fields': []}"),
            "Sample.deep has a type whose name is not in CamelCase: deep_one"),
        arguments(field("total", "'long'"), "Sample.total is an amount and not Money"),
        arguments(field("holdAmount", "'string'"), "Sample.holdAmount is an amount and not Money"),
        arguments(
            field("fees", "{'type': 'array', 'items': 'long'}"),
            "Sample.fees is an amount and not Money"),
        arguments(
            field("minorUnits", "'long'"),
            "Sample has an amount of its own instead of Money: Sample"),
        arguments(
            field("closedAt", "'string'"), "Sample.closedAt is a moment and not timestamp-micros"),
        arguments(field("since", "'long'"), "Sample.since is a moment and not timestamp-micros"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void allows(String field) {
    assertThat(SchemaStyle.faults(Samples.record(List.of(field)))).isEmpty();
  }

  static Stream<String> allows() {
    return Stream.of(
        field("holdAmount", "['null', 'Money']", "null"),
        field("fees", "{'type': 'array', 'items': 'Money'}", "[]"),
        field("authorizationVersion", "'long'"),
        field("side", enumOf("'DEBIT', 'CREDIT'", "")),
        field("mood", enumOf("'VERY_GOOD', 'OTHER'", "OTHER")),
        field("closedAt", "['null', {'type': 'long', 'logicalType': 'timestamp-micros'}]", "null"),
        field("next", "['null', 'Sample']", "null"));
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void theSubjectIsARecordOfOurNamespace(Topic topic) {
    assertThat(topic.schema().getType()).isEqualTo(Schema.Type.RECORD);
    assertThat(topic.schema().getNamespace()).isEqualTo("dev.holdfast.events");
  }
}
