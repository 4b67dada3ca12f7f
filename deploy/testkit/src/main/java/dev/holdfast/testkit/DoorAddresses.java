package dev.holdfast.testkit;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.testkit.OpenApiDocument.Door;
import java.util.Map;

/**
 * Where doors are knocked at: a parameter that no value is given for gets one that can be read, so
 * that it is not to blame.
 */
record DoorAddresses(OpenApiDocument document) {
  /** Without a query. */
  String path(Door door, Map<String, String> values) {
    var path = door.path();
    for (JsonNode parameter : door.parameters()) {
      var name = parameter.path("name").asText();
      path = path.replace("{" + name + "}", values.getOrDefault(name, plausible(parameter)));
    }
    return path;
  }

  /** With the parameters of the query that the door must have. */
  String withQuery(Door door, Map<String, String> values) {
    var query =
        door.parameters().stream()
            .filter(
                one -> one.path("in").asText().equals("query") && one.path("required").asBoolean())
            .map(one -> "%s=%s".formatted(one.path("name").asText(), plausible(one)))
            .collect(joining("&"));
    return path(door, values) + (query.isEmpty() ? "" : "?" + query);
  }

  private String plausible(JsonNode parameter) {
    var schema = document.resolved(parameter.path("schema"));
    if (schema.has("enum")) {
      return schema.path("enum").get(0).asText();
    }
    if (schema.path("type").toString().contains("integer")) {
      return "1";
    }
    return switch (schema.path("format").asText()) {
      case "uuid" -> "019ac2b4-6a3c-7d20-9c52-3f6a1be0c111";
      case "date" -> "2026-11-22";
      case "date-time" -> "2026-11-22T12:00:00Z";
      default -> "x1"; // a text
    };
  }
}
