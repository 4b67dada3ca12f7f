package dev.holdfast.testkit;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.testkit.OpenApiDocument.Door;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.Optional;

/** Where a door asks for the version of what it changes, so that nobody's change is lost unseen. */
enum AskedVersion {
  HEADER("`If-Match`", Manner.NO_ETAG, Manner.OLD_ETAG),
  BODY("`version`", Manner.NO_VERSION, Manner.OLD_VERSION);

  private static final String AGAIN = "none: it tries again what is due anyway";

  /** Doors that change something and ask for no version: each says why no change is lost. */
  private static final Map<String, String> NOT_ASKED =
      Map.ofEntries(
          Map.entry("POST /parked/{id}/replay", AGAIN),
          Map.entry("POST /unsent/send", AGAIN),
          Map.entry("POST /unsent/{id}/send", AGAIN),
          Map.entry(
              "POST /terminals/import",
              "none: the file says what is to be, whatever is there, and can be sent again"),
          Map.entry(
              "POST /terminals/{serial}/refresh", "none: what the vendor says is not the caller's"),
          Map.entry("POST /authorizations", "none: it adds one, once for each `Idempotency-Key`"),
          Map.entry(
              "POST /authorizations/{reference}/cancel",
              "none: the charging platform, which sees no version, cancels too; a late cancel"
                  + " changes nothing"),
          Map.entry("POST /authorizations/{reference}/look-up", AGAIN),
          Map.entry(
              "POST /authorizations/{reference}/attention/{number}/seen",
              "none: it names what was seen, which is dealt with once"),
          Map.entry("POST /halts", "none: it adds one, and changes none"),
          Map.entry("POST /halts/{id}/resume", "none: each goes on once"),
          Map.entry(
              "POST /callbacks/payter/{reference}/{token}",
              "none: what the gateway says is not the caller's"),
          Map.entry("POST /callbacks/stripe", "none: what the gateway says is not the caller's"),
          Map.entry(
              "POST /days/{cpo}/{day}/closing",
              "none: it names the day, which can be closed only once"),
          Map.entry("POST /manual-entries", "none: it adds one, once for each `Idempotency-Key`"),
          Map.entry(
              "POST /settlements/invariants",
              "none: it changes nothing but when they were last checked"),
          Map.entry("POST /reports", "none: it adds one, and changes none"));

  private final String words;
  private final Manner none;
  private final Manner old;

  AskedVersion(String words, Manner none, Manner old) {
    this.words = words;
    this.none = none;
    this.old = old;
  }

  /** What a door is tried with, and how it must be refused. */
  record Tried(Manner manner, Response answer) {}

  /** Empty where none is asked for. */
  static Optional<AskedVersion> at(Door door, OpenApiDocument document) {
    if (door.parameters().stream().anyMatch(one -> one.path("name").asText().equals("If-Match"))) {
      return Optional.of(HEADER);
    }
    return body(door, document).has("version") ? Optional.of(BODY) : Optional.empty();
  }

  /** What the page of doors says: where it is asked for, or why it is not; empty if nobody says. */
  static String words(Door door, OpenApiDocument document) {
    if (door.method().equals("GET")) {
      return "none";
    }
    return at(door, document)
        .map(asked -> asked.words)
        .orElseGet(() -> NOT_ASKED.getOrDefault(door.toString(), ""));
  }

  /** Is it said of the door that it asks for none? */
  static boolean isExcused(Door door) {
    return NOT_ASKED.containsKey(door.toString());
  }

  /** Sends what the document shows, without a version. */
  Tried without(Door door, OpenApiDocument document, String path) {
    return new Tried(none, request(door, document, "").request(door.method(), path));
  }

  /** The same with the version before the newest, which the refusal tells. */
  Tried before(Tried refused, Door door, OpenApiDocument document, String path) {
    int version = refused.answer().<Integer>path("newest.version") - 1;
    return new Tried(
        old, request(door, document, Integer.toString(version)).request(door.method(), path));
  }

  private RequestSpecification request(Door door, OpenApiDocument document, String version) {
    var request = given();
    var body = body(door, document);
    if (this == HEADER && !version.isEmpty()) {
      request.header("If-Match", '"' + version + '"');
    }
    if (this == BODY) {
      body.remove("version");
      if (!version.isEmpty()) {
        body.put("version", Integer.valueOf(version));
      }
    }
    return body.isEmpty() ? request : request.contentType("application/json").body(body.toString());
  }

  /** The first example of the body. */
  private static ObjectNode body(Door door, OpenApiDocument document) {
    var schema = document.resolved(door.content().at("/application~1json/schema"));
    return schema.at("/examples/0") instanceof ObjectNode example
        ? example.deepCopy()
        : JsonNodeFactory.instance.objectNode();
  }
}
