package dev.holdfast.simulator.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.annotations.SerializedName;
import com.stripe.model.Charge;
import com.stripe.model.Event;
import com.stripe.model.ExpandableField;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.StripeError;
import com.stripe.model.StripeObject;
import com.stripe.model.terminal.Reader;
import com.stripe.net.ApiResource;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What of an answer does not fit stripe-java's classes, or the values that Stripe publishes. */
final class PublishedShapes {
  private static final Map<String, Class<? extends StripeObject>> CLASSES =
      Map.of(
          "payment_intent",
          PaymentIntent.class,
          "charge",
          Charge.class,
          "refund",
          Refund.class,
          "event",
          Event.class,
          Readers.OBJECT,
          Reader.class);

  private final JsonNode values;
  private final List<String> misfits = new ArrayList<>();

  PublishedShapes() {
    try (var file = PublishedShapes.class.getResourceAsStream("published-values.json")) {
      values = Json.parse(new String(file.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  List<String> misfits(JsonNode answer) {
    if (answer.path("error").isObject()) {
      check(answer.path("error"), StripeError.class, "error");
      checkValue("payment_intent.last_payment_error.code", answer.path("error").path("code"));
      checkValue("payment_intent.last_payment_error.type", answer.path("error").path("type"));
    } else if (answer.path("data").isArray()) {
      answer.path("data").forEach(this::checkObject);
    } else if (!answer.path("deleted").asBoolean()) {
      checkObject(answer);
    }
    return misfits;
  }

  private void checkObject(JsonNode object) {
    var name = object.path("object").asText();
    var type = CLASSES.get(name);
    if (type == null) {
      misfits.add("unknown object: " + name);
      return;
    }
    if (ApiResource.GSON.fromJson(object.toString(), type) == null) {
      misfits.add("no object: " + name);
    }
    check(object, type, name);
  }

  private void check(JsonNode object, Class<?> type, String path) {
    checkPresence(object, type, path);
    object
        .properties()
        .forEach(entry -> {
          var at = path + "." + entry.getKey();
          checkValue(at, entry.getValue());
          field(type, entry.getKey())
              .ifPresentOrElse(
                  field -> descend(entry.getValue(), field.getGenericType(), at),
                  () -> misfits.add("unknown field: " + at));
        });
  }

  private void descend(JsonNode value, Type type, String path) {
    if (type instanceof ParameterizedType generic) {
      var inner = generic.getActualTypeArguments()[0];
      if (generic.getRawType() == ExpandableField.class && value.isObject()) {
        check(value, (Class<?>) inner, value.path("object").asText());
      }
      if (generic.getRawType() == List.class) {
        value.forEach(member -> descend(member, inner, path));
      }
    } else if (type instanceof Class<?> plain
        && StripeObject.class.isAssignableFrom(plain)
        && value.isObject()) {
      check(value, plain, path);
    }
  }

  /** What is always there must be, and null only what may be. */
  private void checkPresence(JsonNode object, Class<?> type, String path) {
    var shape = values.path("shapes").path(path);
    var mayBeNull = texts(shape.path("mayBeNull"));
    texts(shape.path("always")).stream()
        // The two clients are not of the same day: a field must be known to both.
        .filter(name -> !object.has(name) && field(type, name).isPresent())
        .forEach(name -> misfits.add("missing field: %s.%s".formatted(path, name)));
    object.properties().stream()
        .filter(entry -> shape.isObject() && entry.getValue().isNull())
        .filter(entry -> !mayBeNull.contains(entry.getKey()))
        .forEach(entry -> misfits.add("must not be null: %s.%s".formatted(path, entry.getKey())));
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asText).toList();
  }

  private void checkValue(String path, JsonNode value) {
    var known = values.path("values").path(path);
    if (known.isArray() && value.isTextual()) {
      for (var one : known) {
        if (one.equals(value)) {
          return;
        }
      }
      misfits.add("unknown value: %s %s".formatted(path, value));
    }
  }

  /** The field that is written by this name. */
  static Optional<Field> field(Class<?> type, String name) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      var found =
          Arrays.stream(at.getDeclaredFields())
              .filter(field -> field.isAnnotationPresent(SerializedName.class))
              .filter(field -> field.getAnnotation(SerializedName.class).value().equals(name))
              .findFirst();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
