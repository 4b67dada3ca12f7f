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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Knocks at each REST door that a service's own OpenAPI document tells of, in every way that a door
 * must refuse: the same manner gets the same answer at all doors of all services.
 */
public final class BadManners {
  private static final String NO_VALUE = "no-such-value";

  private final OpenApiDocument document = OpenApiDocument.ofApplication();
  private final DoorAddresses addresses = new DoorAddresses(document);
  private final Map<Door, TriedDoor> tried = new LinkedHashMap<>();
  private final List<String> faults = new ArrayList<>();
  private final Map<String, String> existing;

  private BadManners(Map<String, String> existing) {
    this.existing = existing;
  }

  /**
   * What came of it.
   *
   * @param doors that were knocked at
   * @param faults where the answer was another one
   * @param table what was tried at each door
   */
  public record Knocks(Set<String> doors, List<String> faults, String table) {}

  /**
   * Knocks at every door of the application under test.
   *
   * @param existing ids of what is there, by the parameter of the path, each at version 2 or later
   */
  public static Knocks atEveryDoor(Map<String, String> existing) {
    var manners = new BadManners(existing);
    manners.document.doors().forEach(manners::knock);
    var doors = new TreeSet<String>();
    manners.tried.keySet().forEach(door -> doors.add(door.toString()));
    return new Knocks(doors, manners.faults, TriedDoor.table(manners.tried.values()));
  }

  private void knock(Door door) {
    tried.put(door, new TriedDoor(door, AskedVersion.words(door, document)));
    var path = addresses.path(door, Map.of());
    check(door, Manner.NO_SUCH_PATH, given().get(path + "/no/such/path/is/anywhere"));
    if (document.door("PATCH", door.path()).isEmpty()) {
      check(door, Manner.OTHER_METHOD, given().request("PATCH", path));
    }
    expect(door, Manner.OTHER_ANSWER, sent(door).accept("application/x-none"));
    expect(door, Manner.TOO_LONG, given().queryParam("x", "x".repeat(9_000)));
    expect(door, Manner.CARD_NUMBER, sent(door).queryParam("x", "4111111111111111"));
    expect(door, Manner.NUL, sent(door).queryParam("x", "a\u0000b"));
    door.parameters().forEach(parameter -> unreadable(door, parameter));
    if (isAListWithoutAnId(door)) {
      expect(door, Manner.TOO_MANY, given().queryParam("size", 501));
    }
    body(door, door.content());
    if (!door.method().equals("GET")) {
      version(door);
    }
  }

  /** What changes something asks for its version, or it is said why not. */
  private void version(Door door) {
    var asked = AskedVersion.at(door, document);
    if (asked.isPresent() == AskedVersion.isExcused(door)) {
      faults.add(door + ", asks for a version or is excused: one of the two");
    }
    asked.ifPresent(version -> {
      var path = addresses.withQuery(door, existing);
      var refused = version.without(door, document, path);
      check(door, refused.manner(), refused.answer());
      if (refused.answer().path("newest.version") != null) {
        var stale = version.before(refused, door, document, path);
        check(door, stale.manner(), stale.answer());
      }
    });
  }

  /** An id that was made up would be to blame as well. */
  private static boolean isAListWithoutAnId(Door door) {
    return !door.path().contains("{")
        && door.parameters().stream().anyMatch(one -> one.path("name").asText().equals("size"));
  }

  private void unreadable(Door door, JsonNode parameter) {
    if (!isParsed(document.resolved(parameter.path("schema")))) {
      return;
    }
    var name = parameter.path("name").asText();
    var query = parameter.path("in").asText().equals("query");
    if (query || parameter.path("in").asText().equals("path")) { // headers are texts
      var request = query ? sent(door).queryParam(name, NO_VALUE) : sent(door);
      var path = addresses.path(door, query ? Map.of() : Map.of(name, NO_VALUE));
      check(door, Manner.UNREADABLE, request.request(door.method(), path), name);
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
          Manner.OTHER_BODY,
          given().contentType("application/x-none").body("x".getBytes(StandardCharsets.US_ASCII)));
    }
    var schema = content.path("application/json").path("schema");
    if (!schema.isMissingNode()) {
      expect(door, Manner.BROKEN_JSON, json("{"));
      if (document.resolved(schema).has("properties")) {
        expect(door, Manner.OTHER_FIELD, json("{\"nothing\": 1}"));
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
    tried(door).add(Manner.TOO_LARGE, "");
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
      socket.setSoTimeout(10_000);
      socket
          .getOutputStream()
          .write(
              "%s %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: 999999999\r\n\r\n"
                  .formatted(door.method(), addresses.path(door, Map.of()))
                  .getBytes(StandardCharsets.US_ASCII));
      var answer = problem(socket.getInputStream());
      if (!Manner.TOO_LARGE.isAnsweredBy(answer)) {
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

  private void expect(Door door, Manner manner, RequestSpecification request) {
    check(door, manner, request.request(door.method(), addresses.path(door, Map.of())));
  }

  private void check(Door door, Manner manner, Response answer) {
    check(door, manner, answer, "");
  }

  private void check(Door door, Manner manner, Response answer, String parameter) {
    tried(door).add(manner, parameter);
    if (!manner.isAnsweredBy(answer, parameter)) {
      faults.add(
          "%s, %s %s: %d %s"
              .formatted(door, manner, parameter, answer.statusCode(), answer.asString()));
    }
  }

  private TriedDoor tried(Door door) {
    return Objects.requireNonNull(tried.get(door));
  }
}
