package dev.holdfast.authorization.stripe;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The parameters of a request, of which none may be unknown. */
record StripeForm(Map<String, String> fields) {
  static StripeForm of(String encoded) {
    var fields = new TreeMap<String, String>();
    for (var pair : encoded.isEmpty() ? List.<String>of() : Arrays.asList(encoded.split("&"))) {
      var parts = pair.split("=", 2);
      fields.put(decoded(parts[0]), decoded(parts[1]));
    }
    return new StripeForm(fields);
  }

  StripeForm only(String... known) {
    var allowed = Set.of(known);
    for (var name : fields.keySet()) {
      if (!allowed.contains(name) && !name.equals("expand[]") && !name.startsWith("metadata[")) {
        throw StripeRefusal.invalid(
            400, "parameter_unknown", "Received unknown parameter: " + name);
      }
    }
    return this;
  }

  boolean isExpanded() {
    return "latest_charge".equals(fields.get("expand[]"));
  }

  String required(String name) {
    var value = fields.get(name);
    if (value == null) {
      throw StripeRefusal.invalid(400, "parameter_missing", "Missing required param: " + name);
    }
    return value;
  }

  private long amount(String name) {
    var text = required(name);
    if (!text.matches("[1-9][0-9]{0,7}")) {
      throw StripeRefusal.invalid(400, "parameter_invalid_integer", "Invalid integer: " + text);
    }
    return Long.parseLong(text);
  }

  /** An amount in Stripe's units of that currency. */
  long amount(String name, String currency) {
    var amount = amount(name);
    if (amount % step(currency) != 0) {
      throw StripeRefusal.invalid(
          400, "parameter_invalid_integer", "Not a multiple of %d".formatted(step(currency)));
    }
    return amount;
  }

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
