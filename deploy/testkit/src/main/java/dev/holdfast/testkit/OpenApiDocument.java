package dev.holdfast.testkit;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a service says of its own REST doors.
 *
 * @param json the whole document
 */
record OpenApiDocument(JsonNode json, List<Door> doors) {
  private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

  /**
   * One door.
   *
   * @param path with its parameters in braces
   * @param parameters of the path and of the operation
   */
  record Door(String method, String path, JsonNode operation, List<JsonNode> parameters) {
    @Override
    public String toString() {
      return method + " " + path;
    }

    /** What may be sent, by its type; empty where nothing is taken. */
    JsonNode content() {
      return operation.path("requestBody").path("content");
    }

    /** Does an answer last until somebody hangs up? */
    boolean isStream() {
      return operation.at("/responses/200/content").has("text/event-stream");
    }

    boolean fits(String asked) {
      return asked.matches(path.replaceAll("\\{[^}]+}", "[^/]+"));
    }

    private int placeholders() {
      return path.length() - path.replace("{", "").length();
    }
  }

  /** Of the application under test. */
  static OpenApiDocument ofApplication() {
    return of(given().noFilters().get("/q/openapi?format=json").asString());
  }

  static OpenApiDocument of(String text) {
    try {
      var json = new ObjectMapper().readTree(text);
      return new OpenApiDocument(json, doors(json));
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("The OpenAPI document is no JSON: " + text, broken);
    }
  }

  private static List<Door> doors(JsonNode json) {
    List<Door> doors = new ArrayList<>();
    for (var path : json.path("paths").properties()) {
      for (var method : METHODS) {
        var operation = path.getValue().path(method);
        if (operation.isObject()) {
          List<JsonNode> parameters = new ArrayList<>();
          path.getValue().path("parameters").forEach(parameters::add);
          operation.path("parameters").forEach(parameters::add);
          doors.add(
              new Door(method.toUpperCase(Locale.ROOT), path.getKey(), operation, parameters));
        }
      }
    }
    return doors;
  }

  /** The door that is reached by a path; the one with the fewest placeholders where several fit. */
  Optional<Door> door(String method, String path) {
    return doors.stream()
        .filter(door -> door.method().equals(method) && door.fits(path))
        .min(Comparator.comparingInt(Door::placeholders));
  }

  /** A schema without its reference; of what may be null, what it is otherwise. */
  JsonNode resolved(JsonNode schema) {
    var reference = schema.path("$ref").asText();
    if (!reference.isEmpty()) {
      return resolved(json.at(reference.substring(1)));
    }
    for (JsonNode one : schema.path("anyOf")) {
      if (!one.path("type").asText().equals("null")) {
        return resolved(one);
      }
    }
    return schema;
  }
}
