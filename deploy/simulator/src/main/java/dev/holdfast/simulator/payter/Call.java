package dev.holdfast.simulator.payter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request with its path variables; what is missing or malformed is refused by name. */
final class Call {
  private static final int LARGEST_BODY_BYTES = 64 * 1024;

  private final HttpExchange exchange;
  private final Map<String, String> path;
  private final Query query;

  Call(HttpExchange exchange, Map<String, String> path) {
    this.exchange = exchange;
    this.path = path;
    this.query = Query.of(exchange.getRequestURI().getRawQuery());
  }

  String path(String name) {
    return path.getOrDefault(name, "");
  }

  Clouds.Place place() {
    return new Clouds.Place(Cloud.named(path("cloud")), path("serial"));
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
  }

  Optional<String> query(String name) {
    return queries(name).stream().filter(value -> !value.isBlank()).findFirst();
  }

  /** Each value of a parameter that may come several times. */
  List<String> queries(String name) {
    return query.all(name);
  }

  String requiredQuery(String name) {
    return query(name)
        .orElseThrow(() -> Refused.badInput("The query parameter " + name + " is missing."));
  }

  /** A whole number within the bounds, both included. */
  long requiredNumber(String name, long least, long most) {
    return number(name, requiredQuery(name), least, most);
  }

  long number(String name, String text, long least, long most) {
    try {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // said below, together with what is out of bounds
    }
    throw Refused.badInput(
        name + " must be a whole number from " + least + " to " + most + ", not '" + text + "'.");
  }

  <T> T body(Class<T> type) {
    try {
      byte[] bytes = exchange.getRequestBody().readNBytes(LARGEST_BODY_BYTES + 1);
      if (bytes.length > LARGEST_BODY_BYTES) {
        throw new Refused(413, "TOO_LARGE", "A body has at most 64 KiB.");
      }
      T value = Json.MAPPER.readValue(bytes, type);
      if (value == null) {
        throw Refused.badInput("The body must be a JSON object.");
      }
      return value;
    } catch (JsonMappingException wrong) {
      throw refusal(wrong);
    } catch (JsonProcessingException wrong) {
      throw Refused.badInput("The body is not JSON: " + wrong.getOriginalMessage());
    } catch (IOException gone) {
      throw Refused.badInput("The body could not be read.");
    }
  }

  private static Refused refusal(JsonMappingException wrong) {
    String field = wrong.getPath().isEmpty() ? "The body" : nameOf(wrong.getPath().getLast());
    return switch (wrong) {
      case JsonMappingException _ when wrong.getCause() instanceof Refused refused -> refused;
      case UnrecognizedPropertyException unknown ->
          Refused.badInput(
              "There is no field %s here. Known: %s."
                  .formatted(field, unknown.getKnownPropertyIds()));
      case InvalidFormatException format when format.getTargetType().isEnum() ->
          Refused.badInput(field + " must be one of " + constants(format.getTargetType()) + ".");
      case MismatchedInputException mismatch ->
          Refused.badInput(field + " must be a JSON " + jsonType(mismatch.getTargetType()) + ".");
      default -> Refused.badInput("The body is not JSON: " + wrong.getOriginalMessage());
    };
  }

  /** A member of a list has a place, and no name. */
  private static String nameOf(JsonMappingException.Reference reference) {
    return reference.getFieldName() == null
        ? "Number " + (reference.getIndex() + 1) + " of a list"
        : reference.getFieldName();
  }

  private static String jsonType(Class<?> type) {
    if (Collection.class.isAssignableFrom(type)) {
      return "array";
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return type == boolean.class ? "boolean" : "number";
    }
    return type == String.class ? "string" : type == Boolean.class ? "boolean" : "object";
  }

  private static String constants(Class<?> type) {
    return String.join(", ", Arrays.stream(type.getEnumConstants()).map(Object::toString).toList());
  }
}
