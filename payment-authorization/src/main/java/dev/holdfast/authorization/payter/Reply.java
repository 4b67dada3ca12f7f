package dev.holdfast.authorization.payter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.holdfast.authorization.core.attempt.DeclineKind;
import dev.holdfast.authorization.gateway.DeclineCodes;
import dev.holdfast.text.CardNumbers;
import jakarta.ws.rs.core.Response;

/**
 * An HTTP answer of the cloud. It is read as a tree with a mapper of our own: the vendor may add
 * fields, and only those that are asked for by name come further than this.
 */
record Reply(int status, JsonNode body) {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int TIMED_OUT = 408;
  private static final int TOO_MANY = 429;
  private static final int LONGEST_REASON = 200;

  /** Where no answer came. */
  static final Reply NONE = new Reply(0, MissingNode.getInstance());

  static Reply of(Response response) {
    try (response) {
      var text = response.readEntity(String.class);
      return new Reply(response.getStatus(), tree(text));
    }
  }

  private static JsonNode tree(String text) {
    try {
      return text == null || text.isBlank() ? MissingNode.getInstance() : MAPPER.readTree(text);
    } catch (JsonProcessingException notJson) {
      return MissingNode.getInstance();
    }
  }

  /** Was it done, or seen? 204 has no body and says so, too. */
  boolean isOk() {
    return status >= 200 && status < 300;
  }

  /** Was it not done, and will the same call not be done later either? */
  boolean isRefusal() {
    return status >= 400 && status < 500 && status != TIMED_OUT && status != TOO_MANY;
  }

  /** What sort of refusal the vendor's code tells of. */
  DeclineKind kind() {
    return DeclineCodes.kindOf(body.path("code").asText(""));
  }

  /** The vendor's code and message, free of anything that may be a card number. */
  String reason() {
    var code = body.path("code").asText("HTTP " + status);
    var text = (code + " " + body.path("message").asText("")).strip();
    var masked = CardNumbers.masked(text);
    return masked.substring(0, Math.min(masked.length(), LONGEST_REASON));
  }
}
