package dev.holdfast.contracts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** The AsyncAPI 3.0 document of all topics, from {@link Topic} and the Avro schemas alone. */
final class AsyncApi {
  private static final String AVRO = "application/vnd.apache.avro;version=1.9.0";
  private static final String BINDING = "0.5.0";
  private static final String DESCRIPTION =
      """
      Drawn from Topic and the Avro schemas by AsyncApiTest; do not edit it by hand.
      A value is in the Confluent wire format: a zero byte, four bytes of schema id, Avro binary.
      Subjects are <topic>-value, their compatibility is FULL_TRANSITIVE.
      Terminals, vendors, authorizations and settlements carry the whole state and a version that
      grows by one: keep the highest of each key. Of journal entries keep the first of each entryId.
      """;

  private AsyncApi() {}

  static String document() {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("asyncapi", "3.0.0");
    document.put("info", info());
    document.put("defaultContentType", "application/vnd.apache.avro");
    document.put("channels", eachTopic(AsyncApi::channelId, AsyncApi::channel));
    document.put("operations", eachTopic(AsyncApi::operationId, AsyncApi::operation));
    Map<String, @Nullable Object> messages =
        eachTopic(topic -> topic.schema().getName(), AsyncApi::message);
    document.put(
        "components", mapOf("messages", messages, "schemas", mapOf("cloudEvent", headers())));
    return yaml(document);
  }

  private static Map<String, @Nullable Object> info() {
    return mapOf(
        "title",
        "Holdfast",
        "version",
        "1",
        "description",
        DESCRIPTION,
        "license",
        mapOf("name", "Apache-2.0"));
  }

  private static Map<String, @Nullable Object> channel(Topic topic) {
    String message = topic.schema().getName();
    return mapOf(
        "address",
        topic.topicName(),
        "description",
        topic.schema().getDoc() + " Keyed by " + topic.key() + ".",
        "messages",
        mapOf(message, mapOf("$ref", "#/components/messages/" + message)),
        "bindings",
        mapOf("kafka", topicBinding(topic)));
  }

  private static Map<String, @Nullable Object> topicBinding(Topic topic) {
    Map<String, String> settings = topic.settings();
    Map<String, @Nullable Object> configuration = new LinkedHashMap<>();
    String policies = settings.getOrDefault("cleanup.policy", "delete");
    configuration.put("cleanup.policy", Arrays.asList(policies.split(",")));
    String retention = settings.get("retention.ms");
    if (retention != null) {
      configuration.put("retention.ms", Long.valueOf(retention));
    }
    return mapOf(
        "partitions",
        topic.partitions(),
        "topicConfiguration",
        configuration,
        "bindingVersion",
        BINDING);
  }

  /** As Holdfast sees it: it receives what the charging platform says, and sends the rest. */
  private static Map<String, @Nullable Object> operation(Topic topic) {
    return mapOf(
        "action",
        action(topic),
        "summary",
        topic.schema().getDoc(),
        "channel",
        mapOf("$ref", "#/channels/" + channelId(topic)));
  }

  private static String action(Topic topic) {
    return switch (topic) {
      case SESSION_STARTED, SESSION_CLOSED -> "receive";
      case TERMINALS, VENDORS, CPOS, AUTHORIZATIONS, SETTLEMENTS, JOURNAL, BOOKING_DAYS, PARKED ->
          "send";
    };
  }

  private static Map<String, @Nullable Object> message(Topic topic) {
    Map<String, @Nullable Object> key =
        mapOf("type", "string", "description", "The key: " + topic.key() + ".");
    return mapOf(
        "name",
        topic.schema().getFullName(),
        "summary",
        topic.schema().getDoc(),
        "headers",
        mapOf("$ref", "#/components/schemas/cloudEvent"),
        "payload",
        mapOf("schemaFormat", AVRO, "schema", schema(topic.registered())),
        "bindings",
        mapOf("kafka", mapOf("key", key, "bindingVersion", BINDING)));
  }

  /** CloudEvents 1.0 in binary mode; who publishes without them is understood all the same. */
  private static Map<String, @Nullable Object> headers() {
    return mapOf(
        "type",
        "object",
        "properties",
        mapOf(
            "ce_specversion", text("1.0"),
            "ce_id", text("The same when a record is sent again."),
            "ce_type", text("The record's full name."),
            "ce_source", text("Who says it."),
            "ce_time", text("When it happened, UTC, RFC 3339."),
            "ce_subject", text("The record's key."),
            "traceparent", text("W3C trace context.")));
  }

  private static Map<String, @Nullable Object> text(String description) {
    return mapOf("type", "string", "description", description);
  }

  private static Object schema(Schema schema) {
    try {
      return new ObjectMapper().readValue(schema.toString(), Object.class);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String channelId(Topic topic) {
    String[] words = topic.topicName().replaceAll("\\.v\\d+$", "").split("-");
    return Stream.of(words)
        .skip(1)
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining("", words[0], ""));
  }

  private static String operationId(Topic topic) {
    return action(topic) + topic.schema().getName();
  }

  private static Map<String, @Nullable Object> eachTopic(
      Function<Topic, String> name, Function<Topic, ? extends @Nullable Object> value) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    Stream.of(Topic.values()).forEach(topic -> values.put(name.apply(topic), value.apply(topic)));
    return values;
  }

  /** Names and values in turn, kept in their order. */
  private static Map<String, @Nullable Object> mapOf(@Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }

  private static String yaml(Map<String, @Nullable Object> document) {
    try {
      return YAMLMapper.builder()
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .build()
          .writeValueAsString(document);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
