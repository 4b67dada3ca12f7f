package dev.holdfast.delivery;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/**
 * Up to where each partition was read, kept in the transaction that writes what was made of it. The
 * broker's own note of it can only be older, unless the database was restored from a backup.
 */
@ApplicationScoped
class ReadUpTo {
  private static final String KEEP =
      """
      insert into read_up_to (topic, partition_number, next_offset)
      select * from unnest(cast(?1 as text[]), cast(?2 as bigint[]), cast(?3 as bigint[]))
      on conflict (topic, partition_number) do update
      set next_offset = greatest(read_up_to.next_offset, excluded.next_offset)
      """;

  /** Two pollers may hold the same partitions after a rebalance: both lock them in one order. */
  private static final Comparator<TopicPartition> ONE_ORDER =
      Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition);

  /** Keeps the place behind these records: one statement. */
  Uni<Void> keep(Transaction transaction, List<RawRecord> records) {
    SortedMap<TopicPartition, Long> next = new TreeMap<>(ONE_ORDER);
    records.forEach(record ->
        next.merge(
            new TopicPartition(record.topic(), record.partition()),
            record.offset() + 1,
            Math::max));
    return transaction
        .session()
        .createNativeQuery(KEEP)
        .setParameter(1, next.keySet().stream().map(TopicPartition::topic).toArray(String[]::new))
        .setParameter(
            2, next.keySet().stream().map(place -> (long) place.partition()).toArray(Long[]::new))
        .setParameter(3, next.values().toArray(Long[]::new))
        .executeUpdate()
        .replaceWithVoid();
  }

  Uni<Map<TopicPartition, Long>> all(Transaction transaction) {
    return transaction
        .session()
        .createNativeQuery(
            "select topic, partition_number, next_offset from read_up_to", Object[].class)
        .getResultList()
        .map(ReadUpTo::places);
  }

  /** A topic that was made anew counts from 0 again: what was read of the old one is no place. */
  Uni<Void> forget(Transaction transaction, TopicPartition place) {
    return transaction
        .session()
        .createNativeQuery("delete from read_up_to where topic = ?1 and partition_number = ?2")
        .setParameter(1, place.topic())
        .setParameter(2, place.partition())
        .executeUpdate()
        .replaceWithVoid();
  }

  private static Map<TopicPartition, Long> places(List<Object[]> rows) {
    Map<TopicPartition, Long> places = new HashMap<>();
    for (Object[] row : rows) {
      places.put(
          new TopicPartition((String) row[0], ((Number) row[1]).intValue()),
          ((Number) row[2]).longValue());
    }
    return places;
  }
}
