package dev.holdfast.delivery;

import dev.holdfast.contracts.Topic;
import java.time.Instant;

/** An event as bytes: a row of the outbox, and then a record on the topic. */
@SuppressWarnings("ArrayRecordComponent") // bytes are carried, never compared
record Announcement(
    Topic topic, byte[] key, String id, Instant at, String traceparent, byte[] value) {}
