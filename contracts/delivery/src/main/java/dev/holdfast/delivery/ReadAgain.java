package dev.holdfast.delivery;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Has a service read on from where its database stands, where the broker believes that it read
 * further: the database was restored from a backup. Blocks.
 */
@ApplicationScoped
class ReadAgain {
  private static final Logger LOG = Logger.getLogger(ReadAgain.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** Without a bound it waits for the answer of a broker that stands still. */
  private static final Duration CLOSES_WITHIN = Duration.ofSeconds(1);

  /** A member that was killed stays in its group until its session has run out. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Map<String, Object> kafka;
  private final String group;

  ReadAgain(
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      @ConfigProperty(name = "mp.messaging.connector.smallrye-kafka.group.id") String group) {
    this.kafka = kafka;
    this.group = group;
  }

  /** Up to where the broker believes each partition to be read; by none: 0 is no belief. */
  Map<TopicPartition, Long> believed() throws InterruptedException, ExecutionException {
    Admin admin = admin();
    try {
      Map<TopicPartition, Long> believed = new HashMap<>();
      admin
          .listConsumerGroupOffsets(group)
          .partitionsToOffsetAndMetadata()
          .get()
          .forEach((place, offset) -> {
            if (offset != null) {
              believed.put(place, offset.offset());
            }
          });
      return believed;
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof GroupIdNotFoundException) {
        return Map.of();
      }
      throw failed;
    } finally {
      admin.close(CLOSES_WITHIN);
    }
  }

  /** Those partitions that the broker believes to be read beyond where the database stands. */
  static Set<TopicPartition> beyond(
      Map<TopicPartition, Long> believed, Map<TopicPartition, Long> readUpTo) {
    return believed.entrySet().stream()
        .filter(belief -> belief.getValue() > readUpTo.getOrDefault(belief.getKey(), 0L))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /**
   * Has these partitions read again from where the database stands, else from their start.
   *
   * @throws IllegalStateException if another instance goes on reading
   */
  void from(Set<TopicPartition> places, Map<TopicPartition, Long> readUpTo)
      throws InterruptedException, ExecutionException {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    places.forEach(
        place -> offsets.put(place, new OffsetAndMetadata(readUpTo.getOrDefault(place, 0L))));
    Patience patience = Patience.of(PATIENCE);
    Admin admin = admin();
    try {
      while (!alter(admin, offsets)) {
        if (patience.isOver()) {
          throw new IllegalStateException(
              "The database was restored from a backup while other instances of "
                  + group
                  + " run. Stop them all, then start again");
        }
        LOG.infof("Other members of the group %s are still there: waiting for their end", group);
        Thread.sleep(PAUSE);
      }
    } finally {
      admin.close(CLOSES_WITHIN);
    }
  }

  private boolean alter(Admin admin, Map<TopicPartition, OffsetAndMetadata> offsets)
      throws InterruptedException, ExecutionException {
    try {
      admin.alterConsumerGroupOffsets(group, offsets).all().get();
      return true;
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof UnknownMemberIdException
          || failed.getCause() instanceof GroupNotEmptyException) {
        return false;
      }
      throw failed;
    }
  }

  private Admin admin() {
    return Admin.create(new HashMap<>(kafka));
  }
}
