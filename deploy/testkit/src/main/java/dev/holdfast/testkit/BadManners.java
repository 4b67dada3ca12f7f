package dev.holdfast.testkit;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.testkit.OpenApiDocument.Door;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Knocks at each REST door that a service's own OpenAPI document tells of, in every way that a door
 * must refuse: the same manner gets the same answer at all doors of all services.
 */
public final class BadManners {
  private static final String NO_VALUE = "no-such-value";

  private final OpenApiDocument document = OpenApiDocument.ofApplication();
  private final Set<String> doors = new TreeSet<>();
  private final List<String> faults = new ArrayList<>();

  private BadManners() {}

  /** What came of it: the doors that were knocked at, and which answered otherwise. */
  public record Knocks(Set<String> doors, List<String> faults) {}

  /** Knocks at every door of the application under test. */
  public static Knocks atEveryDoor() {
    var manners = new BadManners();
    manners.document.doors().forEach(manners::knock);
    return new Knocks(manners.doors, manners.faults);
  }

  private void knock(Door door) {
    doors.add(door.toString());
    otherMethod(door);
    expect(door, "Accept of nothing here", 406, "Accept", sent(door).accept("application/x-none"));
    expect(door, "a path too long", 414, "path", given().queryParam("x", "x".repeat(9_000)));
    door.parameters().forEach(parameter -> unreadable(door, parameter));
    body(door, door.content());
  }

  private void otherMethod(Door door) {
    if (document.door("PATCH", door.path()).isEmpty()) {
      check(door, "PATCH", 405, "method", given().request("PATCH", path(door, Map.of())));
    }
  }

  private void unreadable(Door door, JsonNode parameter) {
    var name = parameter.path("name").asText();
    if (!isParsed(document.resolved(parameter.path("schema")))) {
      return;
    }
    switch (parameter.path("in").asText()) {
      case "query" ->
          expect(door, name + " unreadable", 400, name, sent(door).queryParam(name, NO_VALUE));
      case "path" ->
          check(
              door,
              name + " unreadable",
              400,
              name,
              sent(door).request(door.method(), path(door, Map.of(name, NO_VALUE))));
      default -> {
        // headers are texts
      }
    }
  }

  /** Is a text read as something else, so that not every text will do? */
  private static boolean isParsed(JsonNode schema) {
    var type = schema.path("type").toString();
    return type.contains("integer")
        || type.contains("boolean")
        || schema.has("enum")
        || Set.of("uuid", "date", "date-time").contains(schema.path("format").asText());
  }

  private void body(Door door, JsonNode content) {
    if (content.isEmpty()) {
      return;
    }
    tooLarge(door);
    if (!content.has("*/*")) {
      expect(
          door,
          "Content-Type of nothing here",
          415,
          "Content-Type",
          given().contentType("application/x-none").body("x".getBytes(StandardCharsets.US_ASCII)));
    }
    var schema = content.path("application/json").path("schema");
    if (!schema.isMissingNode()) {
      expect(door, "no JSON", 400, "body", json("{"));
      if (document.resolved(schema).has("properties")) {
        expect(door, "a field of nothing here", 400, "nothing", json("{\"nothing\": 1}"));
      }
    }
  }

  /** With a body where one is taken, so that nothing else is to blame. */
  private static RequestSpecification sent(Door door) {
    var types = door.content().fieldNames();
    if (!types.hasNext()) {
      return given();
    }
    var type = types.next();
    return type.contains("json") || type.contains("*")
        ? json("{}")
        : given().contentType(type).body("x");
  }

  private static RequestSpecification json(String body) {
    return given().contentType("application/json").body(body);
  }

  /** Tells a length, and sends nothing: it must be refused before it is read. */
  private void tooLarge(Door door) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
      socket.setSoTimeout(10_000);
      socket
          .getOutputStream()
          .write(
              "%s %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: 999999999\r\n\r\n"
                  .formatted(door.method(), path(door, Map.of()))
                  .getBytes(StandardCharsets.US_ASCII));
      var answer = problem(socket.getInputStream());
      if (!answer.startsWith("HTTP/1.1 413") || !answer.contains("\"field\":\"body\"")) {
        faults.add(door + ", a body too large: " + answer);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(door + ", a body too large", broken);
    }
  }

  /** What comes until its JSON ends: the connection may stay open for what was announced. */
  private static String problem(InputStream from) throws IOException {
    var answer = new StringBuilder();
    for (int next = from.read(); next >= 0; next = from.read()) {
      answer.append((char) next);
      if (next == '}') {
        break;
      }
    }
    return answer.toString();
  }

  private void expect(
      Door door, String manner, int status, String field, RequestSpecification request) {
    check(door, manner, status, field, request.request(door.method(), path(door, Map.of())));
  }

  private void check(Door door, String manner, int status, String field, Response answer) {
    if (answer.statusCode() != status
        || !answer.contentType().startsWith("application/problem+json")
        || !field.equals(answer.path("field"))) {
      faults.add("%s, %s: %d %s".formatted(door, manner, answer.statusCode(), answer.asString()));
    }
  }

  private String path(Door door, Map<String, String> values) {
    var path = door.path();
    for (JsonNode parameter : door.parameters()) {
      var name = parameter.path("name").asText();
      path = path.replace("{" + name + "}", values.getOrDefault(name, plausible(parameter)));
    }
    return path;
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
      default -> "x1"; // a text
    };
  }
}
