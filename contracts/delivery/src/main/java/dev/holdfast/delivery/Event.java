package dev.holdfast.delivery;

import dev.holdfast.contracts.Topic;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/**
 * Something to say on a topic.
 *
 * @param id the CloudEvents id: unique for its source, and the same when it is said again
 * @param at when it happened
 */
public record Event(Topic topic, String key, String id, Instant at, SpecificRecord value) {
  /** A new version of an aggregate's state. */
  public static Event ofVersion(
      Topic topic, String key, long version, Instant at, SpecificRecord value) {
    return new Event(topic, key, key + "/" + version, at, value);
  }
}
