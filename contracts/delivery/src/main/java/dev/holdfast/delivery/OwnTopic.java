package dev.holdfast.delivery;

import dev.holdfast.contracts.Topic;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * A topic that a service writes itself, and how it takes over what its database does not know of
 * it: the database was restored from a backup, and others have seen what came after. One bean a
 * topic.
 *
 * @param <T> the topic's Avro record
 */
public interface OwnTopic<T extends SpecificRecord> {
  /** The topic. */
  Topic topic();

  /**
   * Those of the records that the database does not know, in their order: of an aggregate a higher
   * version, of the journal another entry.
   */
  Uni<List<T>> unknown(Transaction transaction, List<T> records);

  /**
   * Writes what the records tell as it was, versions and times too, and publishes nothing.
   *
   * @param unknown in their order, with all versions of an aggregate
   */
  Uni<Void> takeOver(Transaction transaction, List<T> unknown);

  /**
   * Must it wait until all others were taken over, as it would stand in the way of what they end?
   */
  default boolean waits(T record) {
    return false;
  }

  /** What is left to do for these keys when every own topic was taken over; nothing by default. */
  default Uni<Void> complete(Transaction transaction, List<String> keys) {
    return Uni.createFrom().voidItem();
  }
}
