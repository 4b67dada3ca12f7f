package dev.holdfast.testkit;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.testkit.OpenApiDocument.Door;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Sends a card number through each parameter and each field of a body of each REST operation that a
 * service's own OpenAPI document tells of: a door that is added later is walked through, too. It
 * must be refused everywhere but in what holds an identifier by contract, where it is none.
 */
public final class EveryDoor {
  private static final int DEEPEST = 4;

  private final OpenApiDocument document = OpenApiDocument.ofApplication();
  private final String text;
  private final Set<String> identifiers;
  private final Set<String> met = new TreeSet<>();
  private final List<String> open = new ArrayList<>();
  private int tried;

  /** A field of a body that holds nothing else. */
  private record Field(String name, JsonNode body) {}

  private EveryDoor(String text, Set<String> identifiers) {
    this.text = text;
    this.identifiers = identifiers;
  }

  /**
   * What came of the walk.
   *
   * @param tried how many places were tried
   * @param met which of the identifiers were among them
   * @param open what let the number in, told it, or refused it as a number where it is none
   */
  public record Walk(int tried, Set<String> met, List<String> open) {}

  /** Walks through every door of the application under test. */
  public static Walk with(String text, Set<String> identifiers) {
    var walk = new EveryDoor(text, identifiers);
    for (var door : walk.document.doors()) {
      walk.parameters(door);
      walk.bodies(door.path(), door.method(), door.content());
    }
    return new Walk(walk.tried, walk.met, List.copyOf(walk.open));
  }

  private void parameters(Door door) {
    var path = door.path();
    var method = door.method();
    for (JsonNode parameter : door.parameters()) {
      var name = parameter.path("name").asText();
      if (door.isStream() && isIdentifier(name)) {
        continue; // it is let in, and no answer ends
      }
      switch (parameter.path("in").asText()) {
        case "path" -> send(path.replace("{" + name + "}", text), method, name, given());
        case "query" -> send(path, method, name, given().queryParam(name, text));
        case "header" -> send(path, method, name, given().header(name, text));
        default -> throw new IllegalStateException("A parameter in " + parameter.path("in"));
      }
    }
  }

  private void bodies(String path, String method, JsonNode content) {
    content
        .properties()
        .forEach(body -> {
          if (body.getKey().contains("json")) {
            fields("", body.getValue().path("schema"), 0)
                .forEach(
                    field -> send(path, method, field.name(), body(body.getKey(), field.body())));
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
  private List<Field> fields(String name, JsonNode schema, int depth) {
    var resolved = document.resolved(schema);
    if (depth > DEEPEST) {
      return List.of();
    }
    if (resolved.path("properties").isObject()) {
      List<Field> bodies = new ArrayList<>();
      resolved
          .path("properties")
          .properties()
          .forEach(property ->
              fields(property.getKey(), property.getValue(), depth + 1)
                  .forEach(field ->
                      bodies.add(
                          new Field(field.name(), object(property.getKey(), field.body())))));
      bodies.add(new Field("any other", object(text, JsonNodeFactory.instance.numberNode(1))));
      return bodies;
    }
    return resolved.path("type").toString().contains("array")
        ? fields(name, resolved.path("items"), depth + 1).stream()
            .map(field -> new Field(field.name(), list(field.body())))
            .toList()
        : values().map(value -> new Field(name, value)).toList();
  }

  private Stream<JsonNode> values() {
    var words = JsonNodeFactory.instance.textNode(text);
    return text.contains(" ")
        ? Stream.of(words)
        : Stream.of(words, JsonNodeFactory.instance.numberNode(Long.parseLong(text)));
  }

  private static ObjectNode object(String field, JsonNode value) {
    return JsonNodeFactory.instance.objectNode().set(field, value);
  }

  private static JsonNode list(JsonNode element) {
    return JsonNodeFactory.instance.arrayNode().add(element);
  }

  private void send(String path, String method, String name, RequestSpecification request) {
    Response answer = request.request(method, path.replaceAll("\\{\\w+}", "x"));
    tried++;
    boolean refused = answer.statusCode() >= 400 && answer.statusCode() < 500;
    if (identifiers.contains(name)) {
      met.add(name);
    }
    boolean closed =
        isIdentifier(name)
            ? !answer.asString().contains("card-number-refused") && answer.statusCode() < 500
            : refused && !answer.asString().contains(text);
    if (!closed) {
      open.add("%s %s, %s: %s".formatted(method, path, name, answer.asString()));
    }
  }

  /** What is written in groups is no identifier, wherever it stands. */
  private boolean isIdentifier(String name) {
    return identifiers.contains(name) && !text.contains(" ");
  }
}
