package dev.holdfast.authorization.stripe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.holdfast.authorization.gateway.Secrets;
import jakarta.ws.rs.core.Response;
import java.util.Set;

/**
 * An HTTP answer of Stripe, read as a tree with a mapper of our own: only what is asked for by name
 * comes further than this.
 *
 * @param replayed the first answer to this idempotency key once more, also if that was a failure
 */
record Reply(int status, boolean replayed, JsonNode body) {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int LONGEST_REASON = 200;
  private static final int SERVER_ERROR = 500;
  private static final int CONTENT = 400;
  private static final int CONFLICT = 409;
  private static final int TOO_MANY = 429;
  private static final Set<String> WRONG_STATE =
      Set.of(
          "payment_intent_unexpected_state",
          "intent_invalid_state",
          "charge_already_captured",
          "charge_expired_for_capture",
          "capture_charge_authorization_expired");

  /** What an answer means for what was asked. */
  enum Meaning {
    DONE,
    /** Certainly not done, and not to be asked again. */
    REFUSED,
    /** The object is in another state than thought: it must be read. */
    WRONG_STATE,
    /**
     * Nothing is known, or it is our own fault: the key, its rights, its account, the rate. None of
     * these is a refusal by the card's bank.
     */
    UNCLEAR
  }

  static Reply of(Response response) {
    try (response) {
      var text = response.readEntity(String.class);
      var replayed = "true".equals(response.getHeaderString("Idempotent-Replayed"));
      return new Reply(response.getStatus(), replayed, tree(text));
    }
  }

  static JsonNode tree(String text) {
    try {
      return text == null || text.isBlank() ? MissingNode.getInstance() : MAPPER.readTree(text);
    } catch (JsonProcessingException notJson) {
      return MissingNode.getInstance();
    }
  }

  boolean isOk() {
    return status == 200;
  }

  /** What it means for that deed. */
  Meaning meaning(Deed deed) {
    if (isOk()) {
      return Meaning.DONE;
    }
    if (isWrongState()) {
      return Meaning.WRONG_STATE;
    }
    var declineCode = error().path("decline_code").asText("");
    return deed.isRefusedBy(status, error().path("type").asText(""), code(), declineCode)
        ? Meaning.REFUSED
        : Meaning.UNCLEAR;
  }

  private boolean isWrongState() {
    return status == CONTENT && WRONG_STATE.contains(code());
  }

  /** The idempotency key belongs to another call; 409 is the same call, still under way. */
  boolean isKeyReused() {
    return status != CONFLICT && "idempotency_error".equals(error().path("type").asText());
  }

  /** Too many requests: nothing was done. */
  boolean isTooMany() {
    return status == TOO_MANY && !"lock_timeout".equals(code());
  }

  /** A failure once more that the key was used up with: the key belongs to this call. */
  boolean isKeysFailure() {
    return replayed && !isOk();
  }

  /** A failure of long ago that would be replayed for a day; it says nothing of now. */
  boolean isReplayedFailure() {
    return replayed && (status >= SERVER_ERROR || isWrongState());
  }

  String code() {
    return error().path("code").asText("");
  }

  /** Stripe's codes and message, free of anything that may be a card number or a key. */
  String reason() {
    return reason(error(), "HTTP " + status);
  }

  /** As {@link #reason()}, of an error that stands in an object. */
  static String reason(JsonNode error, String otherwise) {
    var type = error.path("type").asText(otherwise);
    var code = error.path("code").asText(type);
    var decline = error.path("decline_code").asText("");
    var text = String.join(" ", code, decline, error.path("message").asText("")).strip();
    var masked = Secrets.masked(text.replaceAll(" +", " "));
    return masked.substring(0, Math.min(masked.length(), LONGEST_REASON));
  }

  private JsonNode error() {
    return body.path("error");
  }
}
