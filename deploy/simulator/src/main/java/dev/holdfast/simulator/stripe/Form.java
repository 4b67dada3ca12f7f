package dev.holdfast.simulator.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The parameters of a request, of which none may be unknown. */
record Form(SortedMap<String, String> fields) {
  private static final String METADATA = "metadata[";
  private static final long LARGEST_AMOUNT = 99_999_999;

  static Form of(String encoded) {
    var fields = new TreeMap<String, String>();
    for (var pair : encoded.split("&", -1)) {
      var equals = pair.indexOf('=');
      if (equals > 0) {
        fields.put(name(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return new Form(fields);
  }

  /** Members of a list may be numbered, or not. */
  private static String name(String encoded) {
    return decoded(encoded).replaceAll("\\[[0-9]+]", "[]");
  }

  void allowOnly(Set<String> known) {
    for (var name : fields.keySet()) {
      if (!known.contains(name) && !name.equals("expand[]") && !name.startsWith(METADATA)) {
        throw StripeError.invalid("parameter_unknown", "Received unknown parameter: " + name);
      }
    }
  }

  Optional<String> get(String name) {
    return Optional.ofNullable(fields.get(name)).filter(value -> !value.isEmpty());
  }

  String required(String name) {
    return get(name)
        .orElseThrow(
            () -> StripeError.invalid("parameter_missing", "Missing required param: " + name));
  }

  boolean is(String name) {
    return get(name).filter("true"::equals).isPresent();
  }

  boolean isExpanded(String field) {
    return fields.containsKey("expand[]") && field.equals(fields.get("expand[]"));
  }

  /** An amount in Stripe's units of that currency. */
  long amount(String name, String currency) {
    var text = required(name);
    if (!text.matches("[1-9][0-9]{0,9}") || Long.parseLong(text) > LARGEST_AMOUNT) {
      throw StripeError.invalid("parameter_invalid_integer", "Invalid integer: " + text);
    }
    var amount = Long.parseLong(text);
    if (amount % step(currency) != 0) {
      throw StripeError.invalid(
          "parameter_invalid_integer", "Not a multiple of %d".formatted(step(currency)));
    }
    return amount;
  }

  int limit() {
    return get("limit").map(Integer::parseInt).orElse(10);
  }

  /** A key that is given anew replaces its value; an empty value takes the key away. */
  void putMetadata(ObjectNode metadata) {
    fields.forEach((name, value) -> {
      if (name.startsWith(METADATA) && name.endsWith("]")) {
        var key = name.substring(METADATA.length(), name.length() - 1);
        if (value.isEmpty()) {
          metadata.remove(key);
        } else {
          metadata.put(key, value);
        }
      }
    });
  }

  /** Some amounts must end in zeros, as docs.stripe.com/currencies says. */
  private static long step(String currency) {
    return switch (currency) {
      case "bhd", "jod", "kwd", "omr", "tnd" -> 10;
      case "isk", "ugx" -> 100;
      default -> 1;
    };
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
