package dev.holdfast.delivery;

import dev.holdfast.contracts.Topic;
import dev.holdfast.delivery.Places.Range;
import dev.holdfast.delivery.Restorations.Open;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Finds in the service's own topics what its database does not know, and takes it over. Blocks. */
@ApplicationScoped
class ReadBack {
  /** Two transactions may be sent in another order than they were committed in. */
  private static final long MARGIN = 1000;

  private static final int KEYS = 500;

  private final Map<String, Object> kafka;
  private final String application;
  private final TakeOver takeOver;

  ReadBack(
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      @ConfigProperty(name = "quarkus.application.name") String application,
      TakeOver takeOver) {
    this.kafka = kafka;
    this.application = application;
    this.takeOver = takeOver;
  }

  /**
   * Where the unknown begins.
   *
   * @param starts from where each partition of the own topics must be read back
   * @param isBehind is anything unknown to the database?
   */
  record Found(Map<TopicPartition, Long> starts, boolean isBehind) {}

  /** Looks for the first record of each partition that the database does not know. */
  Found find() {
    try (Places places = places()) {
      Map<TopicPartition, Long> starts = new HashMap<>();
      boolean isBehind = false;
      for (Topic topic : takeOver.topics()) {
        List<TopicPartition> partitions = partitions(topic);
        Range range = places.range(partitions);
        for (TopicPartition partition : partitions) {
          long unknown = firstUnknown(places, topic, partition, range);
          isBehind |= unknown < range.end(partition);
          starts.put(partition, unknown);
        }
      }
      return new Found(starts, isBehind);
    }
  }

  /** Takes over what is behind the starts; gives how many records that were. */
  int from(Open restoration) {
    int takenOver = 0;
    Map<Topic, Set<String>> keys = new HashMap<>();
    try (Places places = places()) {
      for (Topic topic : takeOver.topics()) {
        Set<String> said = keys.computeIfAbsent(topic, each -> new LinkedHashSet<>());
        takenOver += readBack(places, restoration, topic, false, said);
        takenOver += readBack(places, restoration, topic, true, said);
      }
    }
    keys.forEach(this::complete);
    return takenOver;
  }

  private int readBack(
      Places places, Open restoration, Topic topic, boolean waiting, Set<String> keys) {
    Range range = places.range(partitions(topic));
    places.from(starts(restoration, range));
    int takenOver = 0;
    while (places.isBefore(range.ends())) {
      List<RawRecord> polled = places.next();
      polled.stream()
          .filter(record -> record.keyBytes() != null)
          .map(RawRecord::key)
          .forEach(keys::add);
      takenOver += polled.isEmpty() ? 0 : takeOver.takeOver(restoration, topic, waiting, polled);
    }
    return takenOver;
  }

  private Map<TopicPartition, Long> starts(Open restoration, Range range) {
    long margin = MARGIN + takeOver.outbox();
    Map<TopicPartition, Long> starts = new HashMap<>();
    for (TopicPartition place : range.ends().keySet()) {
      long unknown = restoration.starts().getOrDefault(place, 0L);
      starts.put(place, Math.max(range.begin(place), unknown - margin));
    }
    return starts;
  }

  private void complete(Topic topic, Collection<String> keys) {
    List<String> all = List.copyOf(keys);
    for (int i = 0; i < all.size(); i += KEYS) {
      takeOver.complete(topic, new ArrayList<>(all.subList(i, Math.min(all.size(), i + KEYS))));
    }
  }

  /** What was said before the backup is known, what came after is not: so it is bisected. */
  private long firstUnknown(Places places, Topic topic, TopicPartition partition, Range range) {
    long high = range.end(partition);
    Optional<RawRecord> last = places.last(partition, range);
    if (last.isEmpty() || takeOver.isKnown(topic, last.get())) {
      return high;
    }
    long low = range.begin(partition);
    while (low < high) {
      long middle = low + (high - low) / 2;
      Optional<RawRecord> record = places.at(partition, middle, high);
      if (record.isPresent() && takeOver.isKnown(topic, record.get())) {
        low = record.get().offset() + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static List<TopicPartition> partitions(Topic topic) {
    return IntStream.range(0, topic.partitions())
        .mapToObj(number -> new TopicPartition(topic.topicName(), number))
        .toList();
  }

  private Places places() {
    return new Places(kafka, application);
  }
}
