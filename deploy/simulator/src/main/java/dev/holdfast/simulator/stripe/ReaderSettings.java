package dev.holdfast.simulator.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * How a reader is set up; what is not given stays as it is.
 *
 * @param location an empty one is none
 * @param tipping does it ask for a tip?
 * @param deleted has somebody deleted it in the dashboard?
 */
record ReaderSettings(
    boolean livemode,
    @Nullable String status,
    @Nullable String location,
    @Nullable Long lastSeenAt,
    @Nullable Boolean tipping,
    @Nullable Boolean deleted) {

  ObjectNode in(ObjectNode reader) {
    if (status != null) {
      reader.put("status", status);
    }
    if (location != null) {
      reader.put("location", location.isEmpty() ? null : location);
    }
    if (lastSeenAt != null) {
      reader.put("last_seen_at", lastSeenAt);
    }
    if (tipping != null) {
      reader.put("_tipping", tipping);
    }
    if (deleted != null) {
      reader.put("_deleted", deleted);
    }
    return reader;
  }
}
