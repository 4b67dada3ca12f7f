package dev.holdfast.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jboss.logging.Logger;

/** Takes a parked record through the same handler again, and marks it in the same transaction. */
@ApplicationScoped
class ReplayParked {
  private static final Logger LOG = Logger.getLogger(ReplayParked.class);

  private static final String MARK =
      "update parked set replayed_at = now() where id = ?1 and replayed_at is null";

  private final List<RecordHandler<?, ?>> handlers;
  private final Inbox inbox;
  private final Transactions transactions;
  private final ObjectMapper json;

  ReplayParked(
      @All List<RecordHandler<?, ?>> handlers,
      Inbox inbox,
      Transactions transactions,
      ObjectMapper json) {
    this.handlers = handlers;
    this.inbox = inbox;
    this.transactions = transactions;
    this.json = json;
  }

  /** What became of a replay. */
  sealed interface Outcome {
    record Replayed() implements Outcome {}

    record RefusedAgain(String error) implements Outcome {}

    record ReplayedBefore() implements Outcome {}
  }

  Uni<Outcome> replay(ParkedRow row) {
    Optional<RecordHandler<?, ?>> handler =
        handlers.stream().filter(h -> h.topic().topicName().equals(row.topic)).findFirst();
    return handler.isEmpty()
        ? Uni.createFrom().item(new Outcome.RefusedAgain("Nothing here handles " + row.topic))
        : replay(handler.get(), row);
  }

  private <T extends SpecificRecord, C> Uni<Outcome> replay(
      RecordHandler<T, C> handler, ParkedRow row) {
    return inbox
        .read(handler, List.of(raw(row)))
        .chain(reading ->
            reading.parked().isEmpty()
                ? apply(handler, reading, row)
                : Uni.createFrom()
                    .item(new Outcome.RefusedAgain(reading.parked().getFirst().error())));
  }

  private <C> Uni<Outcome> apply(RecordHandler<?, C> handler, Reading<C> reading, ParkedRow row) {
    return transactions
        .run(transaction -> apply(transaction, handler, reading, row))
        .onFailure(failure -> isRefusal(Fault.of(failure)))
        .recoverWithItem(failure -> refusedAgain(raw(row), failure));
  }

  private static <C> Uni<Outcome> apply(
      Transaction transaction, RecordHandler<?, C> handler, Reading<C> reading, ParkedRow row) {
    return transaction
        .session()
        .createNativeQuery(MARK)
        .setParameter(1, row.id)
        .executeUpdate()
        .chain(marked ->
            marked == 1
                ? handler.apply(transaction, reading.commands()).replaceWith(new Outcome.Replayed())
                : Uni.createFrom().item(new Outcome.ReplayedBefore()));
  }

  /** While something is away nothing is known of the record. */
  private static boolean isRefusal(Fault fault) {
    return switch (fault) {
      case CONTENT, UNKNOWN -> true;
      case CONFLICT, OUTAGE -> false;
    };
  }

  private static Outcome refusedAgain(RawRecord record, Throwable failure) {
    LOG.warnf(failure, "%s cannot be replayed", record.place());
    return new Outcome.RefusedAgain(Reason.of(record, failure));
  }

  private RawRecord raw(ParkedRow row) {
    try {
      Map<String, byte[]> headers = json.readValue(row.headers, new TypeReference<>() {});
      return new RawRecord(row.topic, row.partition, row.offset, headers, row.key, row.value);
    } catch (JsonProcessingException corrupt) {
      throw new IllegalStateException("The headers of parked record " + row.id, corrupt);
    }
  }
}
