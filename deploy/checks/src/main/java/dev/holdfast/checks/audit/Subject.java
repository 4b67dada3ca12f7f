package dev.holdfast.checks.audit;

import static dev.holdfast.launcher.system.Service.PAYMENT_AUTHORIZATION;
import static dev.holdfast.launcher.system.Service.SESSION_SETTLEMENT;
import static dev.holdfast.launcher.system.Service.TERMINAL_REGISTRY;

import dev.holdfast.contracts.Topic;
import dev.holdfast.launcher.system.Service;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.config.TopicConfig;

/**
 * What is audited: a topic that this system writes, the services that write it, and the table that
 * must say the same.
 *
 * @param versioned whether the topic says each version of its rows, one after the other
 */
record Subject(Topic topic, List<Service> writers, boolean versioned, Table table) {

  /** All of them, in the order in which facts travel. */
  static final List<Subject> ALL =
      List.of(
          new Subject(Topic.CPOS, List.of(TERMINAL_REGISTRY), true, Tables.CPOS),
          new Subject(Topic.TERMINALS, List.of(TERMINAL_REGISTRY), true, Tables.TERMINALS),
          new Subject(Topic.VENDORS, List.of(TERMINAL_REGISTRY), true, Tables.VENDORS),
          new Subject(
              Topic.AUTHORIZATIONS, List.of(PAYMENT_AUTHORIZATION), true, Tables.AUTHORIZATIONS),
          new Subject(Topic.SETTLEMENTS, List.of(SESSION_SETTLEMENT), true, Tables.SETTLEMENTS),
          new Subject(Topic.JOURNAL, List.of(SESSION_SETTLEMENT), false, Tables.JOURNAL),
          new Subject(Topic.BOOKING_DAYS, List.of(SESSION_SETTLEMENT), false, Tables.BOOKING_DAYS),
          new Subject(Topic.PARKED, List.of(Service.values()), false, Tables.PARKED));

  String name() {
    return topic.topicName();
  }

  /** What a service calls a row of its table; several may have parked the same record. */
  Key key(Service service, String row) {
    return topic == Topic.PARKED ? Reading.parked(service.title(), row) : Key.of(row);
  }

  /** The keys of those rows that are in the table of that service. */
  List<String> rowKeys(Service service, Collection<Key> keys) {
    String prefix = topic == Topic.PARKED ? Reading.parked(service.title(), "").toString() : "";
    return keys.stream()
        .map(Key::toString)
        // No text of a database holds a zero: such a key is in no table.
        .filter(key -> key.startsWith(prefix) && key.indexOf(0) < 0)
        .map(key -> key.substring(prefix.length()))
        .toList();
  }

  /** Is a row older than what the topic must still have? */
  boolean outlives(OffsetDateTime at) {
    String kept = topic.settings().getOrDefault(TopicConfig.RETENTION_MS_CONFIG, "-1");
    return !kept.startsWith("-")
        && at.plus(Duration.ofMillis(Long.parseLong(kept)))
            .isBefore(OffsetDateTime.now(ZoneOffset.UTC));
  }

  /** The fields of the topic's record that the table holds too. */
  Set<String> compared() {
    return table.fields().keySet();
  }
}
