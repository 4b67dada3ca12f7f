package dev.holdfast.simulator.payter;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of a request; each may come several times. */
record Query(Map<String, List<String>> values) {
  static Query of(@Nullable String rawQuery) {
    Map<String, List<String>> values = new HashMap<>();
    for (String pair : rawQuery == null ? new String[0] : rawQuery.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        values
            .computeIfAbsent(decoded(pair.substring(0, equals)), _ -> new ArrayList<>())
            .add(decoded(pair.substring(equals + 1)));
      }
    }
    return new Query(values);
  }

  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw Refused.badInput("'" + text + "' is not URL-encoded.");
    }
  }
}
