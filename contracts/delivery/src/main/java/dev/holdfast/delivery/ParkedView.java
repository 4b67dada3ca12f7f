package dev.holdfast.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A parked record over REST; key and value are base64, headers a JSON object of base64. One that
 * waits for a newer version is replayed by itself.
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are carried, never compared
record ParkedView(
    long id,
    String topic,
    int partition,
    long offset,
    String headers,
    byte @Nullable [] key,
    byte @Nullable [] value,
    String error,
    boolean waitsForNewer,
    Instant parkedAt,
    @Nullable Instant replayedAt) {

  static ParkedView of(ParkedRow row) {
    return new ParkedView(
        row.id,
        row.topic,
        row.partition,
        row.offset,
        row.headers,
        row.key,
        row.value,
        row.error,
        row.waitsForNewer,
        row.parkedAt,
        row.replayedAt);
  }
}
