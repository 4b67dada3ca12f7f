package dev.holdfast.delivery;

import dev.holdfast.contracts.Topic;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * What a service does with the records of one topic; one bean a topic.
 *
 * @param <T> the topic's Avro record
 * @param <C> the service's own command that a record becomes
 */
public interface RecordHandler<T extends SpecificRecord, C> {
  /** The topic whose records this handles. */
  Topic topic();

  /**
   * Checks one record and turns it into a command.
   *
   * @throws Unacceptable if it breaks an invariant: it is parked with that reason
   */
  C read(String key, T value);

  /** Applies the commands of one poll, many keys, in offset order, in its one transaction. */
  Uni<Void> apply(Transaction transaction, List<C> commands);
}
