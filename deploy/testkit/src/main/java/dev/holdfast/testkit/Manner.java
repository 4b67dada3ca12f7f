package dev.holdfast.testkit;

import io.restassured.response.Response;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/** A way to knock that every door must refuse, and what it must answer. */
enum Manner {
  NO_SUCH_PATH(
      "a path that does not exist",
      "below each door",
      404,
      "path",
      "see /q/openapi for what is; check the address"),
  OTHER_METHOD(
      "a method that the path does not have",
      "each door",
      405,
      "method",
      "see /q/openapi for the methods of this path"),
  OTHER_ANSWER(
      "`Accept` of a type that is not answered",
      "each door",
      406,
      "Accept",
      "leave the header out"),
  TOO_LONG("an address of 9,000 characters", "each door", 414, "path", "ask with fewer parameters"),
  CARD_NUMBER(
      "a card number",
      "each door, in a parameter",
      400,
      "x",
      "send at most the scheme and the last four digits"),
  NUL(
      "the character U+0000",
      "each door, in a parameter",
      400,
      "x",
      "send it without the character U+0000"),
  UNREADABLE(
      "a value that cannot be read",
      "each parameter that is not a text",
      400,
      "its name",
      "send ..."),
  TOO_MANY("a page of 501", "each list without an id in its path", 400, "size", "500"),
  TOO_LARGE(
      "a body that is too large", "each door with a body", 413, "body", "send less, or in parts"),
  OTHER_BODY(
      "`Content-Type` of a type that is not read",
      "each door with a body, unless it reads anything",
      415,
      "Content-Type",
      "see /q/openapi for what this path takes"),
  BROKEN_JSON(
      "a body that is not JSON",
      "each door with JSON",
      400,
      "body",
      "must be well-formed JSON: check quotes, commas and braces"),
  OTHER_FIELD(
      "a field that does not exist",
      "each door with JSON, unless it reads any field",
      400,
      "nothing",
      "leave it out"),
  NO_ETAG(
      "no `If-Match`, where something is there",
      "each door that asks for it",
      428,
      "If-Match",
      "send the ETag that you decide on"),
  OLD_ETAG(
      "the `ETag` before the newest",
      "each door that asks for `If-Match`",
      412,
      "If-Match, If-None-Match",
      "decide again from what is there now, and send its ETag"),
  NO_VERSION(
      "no `version` in the body",
      "each door that asks for it",
      428,
      "version",
      "send the version that you decide on"),
  OLD_VERSION(
      "the `version` before the newest",
      "each door that asks for it",
      409,
      "version",
      "decide again from what is there now, and send its version");

  private final String words;
  private final String where;
  private final int status;
  private final String field;
  private final String remedy;

  /** Its {@code remedy} is a part of the one that is answered. */
  Manner(String words, String where, int status, String field, String remedy) {
    this.words = words;
    this.where = where;
    this.status = status;
    this.field = field;
    this.remedy = remedy;
  }

  /** Is it what this manner must be answered with? */
  boolean isAnsweredBy(Response said, String parameter) {
    return said.statusCode() == status
        && said.contentType().startsWith("application/problem+json")
        && type().equals(Objects.requireNonNullElse(said.path("type"), "about:blank"))
        && (this == UNREADABLE ? parameter : field).equals(said.path("field"))
        && Objects.requireNonNullElse(said.<String>path("remedy"), "")
            .contains(remedy.replace("...", ""))
        && (status == 428 || status == 412 || status == 409) == (said.path("newest") != null)
        && (this == NO_ETAG || this == OLD_ETAG) == said.headers().hasHeaderWithName("ETag");
  }

  private String type() {
    if (this == CARD_NUMBER) {
      return "urn:holdfast:problem:card-number-refused";
    }
    return switch (status) {
      case 428 -> "urn:holdfast:problem:version-needed";
      case 409, 412 -> "urn:holdfast:problem:changed-in-the-meantime";
      default -> "about:blank"; // the status says it all
    };
  }

  /** The same of an answer that was read from a bare connection, headers and all. */
  boolean isAnsweredBy(String bare) {
    return bare.startsWith("HTTP/1.1 " + status)
        && bare.contains("application/problem+json")
        && bare.contains("\"type\"") == bare.contains("\"type\":\"about:blank\"")
        && bare.contains("\"field\":\"%s\"".formatted(field))
        && bare.contains("\"remedy\":\"%s\"".formatted(remedy));
  }

  /** All of them, as the page of doors has them. */
  static String table() {
    return "| manner | tried at | status | type | `field` | `remedy` |\n|---|---|---|---|---|---|\n"
        + Arrays.stream(values()).map(Manner::row).collect(Collectors.joining("\n"));
  }

  private String row() {
    return "| %s | %s | %d | `%s` | %s | %s |"
        .formatted(words, where, status, type(), field, remedy);
  }
}
