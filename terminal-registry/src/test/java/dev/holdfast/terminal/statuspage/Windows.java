package dev.holdfast.terminal.statuspage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Lists of maintenance as a page has them, written with single quotes, which Java reads better. */
final class Windows {
  static final String TIMES =
      "'scheduled_for': '2026-06-01T11:00:00Z', 'scheduled_until': '2026-06-01T13:00:00Z'";

  private Windows() {}

  /** One with that status around noon of the first of June, which concerns all components. */
  static JsonNode ofAll(String status) {
    return list("{'name': 'New database', 'status': '%s', %s}".formatted(status, TIMES));
  }

  static JsonNode list(String windows) {
    try {
      return new ObjectMapper().readTree(("[" + windows + "]").replace('\'', '"'));
    } catch (JsonProcessingException wrong) {
      throw new IllegalArgumentException(wrong);
    }
  }
}
