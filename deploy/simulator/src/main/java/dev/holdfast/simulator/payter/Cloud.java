package dev.holdfast.simulator.payter;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** One of the vendor's two separate clouds, with its own key. */
enum Cloud {
  TEST("test", "test-key"),
  PRODUCTION("production", "production-key");

  private final String path;
  private final String apiKey;

  Cloud(String path, String apiKey) {
    this.path = path;
    this.apiKey = apiKey;
  }

  static Cloud named(String path) {
    return Arrays.stream(values())
        .filter(cloud -> cloud.path.equals(path))
        .findFirst()
        .orElseThrow(() ->
            Refused.badInput("There is no cloud '" + path + "'. Use 'test' or 'production'."));
  }

  String apiKey() {
    return apiKey;
  }

  @JsonValue
  String path() {
    return path;
  }
}
