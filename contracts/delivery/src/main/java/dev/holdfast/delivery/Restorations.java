package dev.holdfast.delivery;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Each time that this database was found to be older than its topics. */
@ApplicationScoped
public class Restorations {
  private final Clock clock;
  private volatile @Nullable Instant last;

  Restorations(Clock clock) {
    this.clock = clock;
  }

  /** One that is not at its end yet, and from where each partition is read back. */
  record Open(Instant beganAt, Map<TopicPartition, Long> starts) {}

  /** When the last one began; empty where the database never was restored. */
  public Optional<Instant> last() {
    return Optional.ofNullable(last);
  }

  /** The one that was begun and not ended: who took over has died on the way. */
  Uni<Optional<Open>> find(Transaction transaction) {
    return transaction
        .session()
        .createNativeQuery(
            """
            select cast(extract(epoch from began_at) * 1000000 as bigint), starts, ended_at is null
            from restoration order by began_at desc limit 1
            """,
            Object[].class)
        .getResultList()
        .map(rows -> rows.stream().findFirst())
        .invoke(row -> last = row.map(Restorations::began).orElse(null))
        .map(row ->
            row.filter(found -> (Boolean) found[2])
                .map(found -> new Open(began(found), starts((String) found[1]))));
  }

  Uni<Open> begin(Transaction transaction, Map<TopicPartition, Long> starts) {
    Open open = new Open(clock.instant(), starts);
    last = open.beganAt();
    return transaction
        .session()
        .createNativeQuery("insert into restoration (began_at, starts) values (?1, ?2)")
        .setParameter(1, open.beganAt())
        .setParameter(2, text(starts))
        .executeUpdate()
        .replaceWith(open);
  }

  Uni<Void> count(Transaction transaction, Open open, int takenOver) {
    return transaction
        .session()
        .createNativeQuery(
            "update restoration set taken_over = taken_over + ?2 where began_at = ?1")
        .setParameter(1, open.beganAt())
        .setParameter(2, takenOver)
        .executeUpdate()
        .replaceWithVoid();
  }

  Uni<Void> end(Transaction transaction, Open open) {
    return transaction
        .session()
        .createNativeQuery("update restoration set ended_at = now() where began_at = ?1")
        .setParameter(1, open.beganAt())
        .executeUpdate()
        .replaceWithVoid();
  }

  private static Instant began(Object[] row) {
    return Instant.EPOCH.plus(((Number) row[0]).longValue(), ChronoUnit.MICROS);
  }

  private static String text(Map<TopicPartition, Long> starts) {
    return starts.entrySet().stream()
        .map(at -> at.getKey().topic() + "/" + at.getKey().partition() + "/" + at.getValue())
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  private static Map<TopicPartition, Long> starts(String text) {
    Map<TopicPartition, Long> starts = new HashMap<>();
    for (String line : text.lines().toList()) {
      List<String> words = List.of(line.split("/"));
      starts.put(
          new TopicPartition(words.get(0), Integer.parseInt(words.get(1))),
          Long.valueOf(words.get(2)));
    }
    return starts;
  }
}
