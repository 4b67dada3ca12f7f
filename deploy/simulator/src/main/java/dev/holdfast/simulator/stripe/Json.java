package dev.holdfast.simulator.stripe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/** Stripe's objects are kept as the JSON that shows them, with a few fields that are not shown. */
final class Json {
  /** Fields that begin so are the simulator's own. */
  static final String HIDDEN = "_";

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT).build();

  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static JsonNode parse(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException notJson) {
      throw StripeError.badControl("The body is not JSON: " + notJson.getOriginalMessage());
    }
  }

  static <T> T parse(String text, Class<T> type) {
    try {
      return MAPPER.readValue(text.isBlank() ? "{}" : text, type);
    } catch (JsonProcessingException wrong) {
      throw StripeError.badControl(wrong.getOriginalMessage());
    }
  }

  /** As it is shown to callers. */
  static ObjectNode shown(ObjectNode object) {
    var shown = object.deepCopy();
    shown.properties().stream()
        .map(field -> field.getKey())
        .filter(name -> name.startsWith(HIDDEN))
        .toList()
        .forEach(shown::remove);
    return shown;
  }

  static byte[] bytes(JsonNode json) {
    return json.toPrettyString().getBytes(StandardCharsets.UTF_8);
  }
}
