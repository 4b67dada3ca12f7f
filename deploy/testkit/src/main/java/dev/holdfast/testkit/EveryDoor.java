package dev.holdfast.testkit;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends a text through each parameter and each field of a body of each REST operation that a
 * service's own OpenAPI document tells of: a door that is added later is walked through, too.
 */
public final class EveryDoor {
  private static final int DEEPEST = 4;

  private final OpenApiDocument document = OpenApiDocument.ofApplication();
  private final String text;
  private final List<String> open = new ArrayList<>();
  private int tried;

  private EveryDoor(String text) {
    this.text = text;
  }

  /** What came of the walk: how many places were tried, and what let the text in or told it. */
  public record Walk(int tried, List<String> open) {}

  /** Walks through every door of the application under test. */
  public static Walk with(String text) {
    var walk = new EveryDoor(text);
    for (var door : walk.document.doors()) {
      walk.parameters(door.path(), door.method(), door.parameters());
      walk.bodies(door.path(), door.method(), door.content());
    }
    return new Walk(walk.tried, List.copyOf(walk.open));
  }

  private void parameters(String path, String method, List<JsonNode> parameters) {
    for (JsonNode parameter : parameters) {
      var name = parameter.path("name").asText();
      switch (parameter.path("in").asText()) {
        case "path" -> send(path.replace("{" + name + "}", text), method, "path " + name, given());
        case "query" -> send(path, method, "query " + name, given().queryParam(name, text));
        case "header" -> send(path, method, "header " + name, given().header(name, text));
        default -> throw new IllegalStateException("A parameter in " + parameter.path("in"));
      }
    }
  }

  private void bodies(String path, String method, JsonNode content) {
    content
        .properties()
        .forEach(body -> {
          if (body.getKey().contains("json")) {
            fields(body.getValue().path("schema"), 0)
                .forEach(json -> send(path, method, json.toString(), body(body.getKey(), json)));
          } else {
            var type = body.getKey().contains("*") ? "text/plain" : body.getKey();
            send(path, method, "body", given().contentType(type).body(text));
          }
        });
  }

  private static RequestSpecification body(String type, JsonNode json) {
    return given().contentType(type).body(json.toString());
  }

  /** A body for each field, with nothing in it but that one. */
  private List<JsonNode> fields(JsonNode schema, int depth) {
    var resolved = document.resolved(schema);
    if (depth > DEEPEST) {
      return List.of();
    }
    if (resolved.path("properties").isObject()) {
      List<JsonNode> bodies = new ArrayList<>();
      resolved
          .path("properties")
          .properties()
          .forEach(field ->
              fields(field.getValue(), depth + 1)
                  .forEach(value -> bodies.add(object(field.getKey(), value))));
      bodies.add(object(text, JsonNodeFactory.instance.numberNode(1)));
      return bodies;
    }
    return resolved.path("type").toString().contains("array")
        ? fields(resolved.path("items"), depth + 1).stream().map(EveryDoor::list).toList()
        : List.of(
            JsonNodeFactory.instance.textNode(text),
            JsonNodeFactory.instance.numberNode(Long.parseLong(text)));
  }

  private static ObjectNode object(String field, JsonNode value) {
    return JsonNodeFactory.instance.objectNode().set(field, value);
  }

  private static JsonNode list(JsonNode element) {
    return JsonNodeFactory.instance.arrayNode().add(element);
  }

  private void send(String path, String method, String place, RequestSpecification request) {
    Response answer = request.request(method, path.replaceAll("\\{\\w+}", "x"));
    tried++;
    boolean refused = answer.statusCode() >= 400 && answer.statusCode() < 500;
    if (!refused || answer.asString().contains(text)) {
      open.add("%s %s, %s: %s".formatted(method, path, place, answer.asString()));
    }
  }
}
