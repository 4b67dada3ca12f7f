package dev.holdfast.delivery;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A parked record over REST; key and value are base64, headers a JSON object of base64. One that
 * waits for a newer version is replayed by itself.
 */
@Schema(
    examples =
        """
        {"id": 7, "topic": "session-closed.v1", "partition": 0, "offset": 42, "headers": "{}",
         "key": "MDE5YWMyYjQ=", "value": "AAAAAAE=", "waitsForNewer": false,
         "error": "total: is below zero; publish it again with the right total",
         "parkedAt": "2026-06-01T08:15:30Z"}
        """)
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
