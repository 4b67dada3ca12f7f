package dev.holdfast.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The registry's answer to "why does my terminal not work?".
 *
 * @param json of {@code GET /terminals/{serial}/diagnosis}
 */
record Diagnosis(JsonNode json) {
  private static final String NOTHING = "-";

  boolean isReady() {
    return conclusion().path("ready").asBoolean();
  }

  /** The verdict as a sentence. */
  String verdict() {
    String words =
        Stream.of("title", "summary")
            .map(field -> conclusion().path(field).asText(""))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(": "));
    return words.isEmpty() ? NOTHING : words;
  }

  /**
   * What the verdict says must be done; where the terminal is ready, what a check says all the
   * same.
   *
   * @param lookedAt the number of that check; 0 for none
   */
  Advice advice(int lookedAt) {
    int named = conclusion().path("check").asInt(0);
    if (named != 0) {
      return advice(named, conclusion());
    }
    return lookedAt == 0 ? Advice.NONE : advice(lookedAt, check(lookedAt));
  }

  /** Is the terminal ready, and this check (0 for none) content? */
  boolean isMended(int lookedAt) {
    return isReady() && (lookedAt == 0 || "PASS".equals(outcome(lookedAt)));
  }

  private Advice advice(int number, JsonNode from) {
    return new Advice(
        number,
        outcome(number),
        from.path("whoActs").asText(NOTHING),
        from.path("remedy").asText(NOTHING));
  }

  private String outcome(int number) {
    return check(number).path("outcome").asText(NOTHING);
  }

  private JsonNode conclusion() {
    return json.path("verdict");
  }

  private JsonNode check(int number) {
    return StreamSupport.stream(json.path("checks").spliterator(), false)
        .filter(check -> check.path("number").asInt() == number)
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("The diagnosis has no check " + number + ": " + json));
  }
}
