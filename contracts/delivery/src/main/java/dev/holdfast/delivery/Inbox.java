package dev.holdfast.delivery;

import dev.holdfast.contracts.Topic;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * Takes a poll of records through its handler in one transaction. A poll is acknowledged when it is
 * committed: it is tried until then, and a record that can never be handled is parked.
 */
@ApplicationScoped
public class Inbox {
  private static final Logger LOG = Logger.getLogger(Inbox.class);

  private final AvroCodec codec;
  private final Transactions transactions;
  private final Parking parking;
  private final ReadUpTo readUpTo;
  private final TryAgain tryAgain;
  private final AtomicInteger inFlight = new AtomicInteger();

  Inbox(
      AvroCodec codec,
      Transactions transactions,
      Parking parking,
      ReadUpTo readUpTo,
      TryAgain tryAgain) {
    this.codec = codec;
    this.transactions = transactions;
    this.parking = parking;
    this.readUpTo = readUpTo;
    this.tryAgain = tryAgain;
  }

  /**
   * Handles one poll; fails only when the service is stopping, and then nothing is acknowledged.
   */
  public Uni<Void> receive(RecordHandler<?, ?> handler, ConsumerRecords<byte[], byte[]> poll) {
    List<RawRecord> records =
        StreamSupport.stream(poll.spliterator(), false).map(RawRecord::of).toList();
    inFlight.incrementAndGet();
    return deliver(handler, records).eventually(inFlight::decrementAndGet);
  }

  /**
   * Decodes one poll for those who only show what is said: nothing is handled, and what cannot be
   * decoded is left out, as whoever handles it parks it. Waits for a registry that is away.
   */
  public Uni<List<SpecificRecord>> show(Topic topic, ConsumerRecords<byte[], byte[]> poll) {
    List<RawRecord> records =
        StreamSupport.stream(poll.spliterator(), false).map(RawRecord::of).toList();
    return tryAgain
        .untilItPasses(topic, () -> fetchSchemas(records))
        .map(fetched -> records.stream().flatMap(record -> decoded(topic, record)).toList());
  }

  private Stream<SpecificRecord> decoded(Topic topic, RawRecord record) {
    try {
      return Stream.of(codec.decode(topic, record.value()));
    } catch (Unacceptable undecodable) {
      LOG.debugf("%s is not shown: %s", record.place(), undecodable);
      return Stream.empty();
    }
  }

  /** From now on failures are not tried again; true while a poll is still being handled. */
  boolean drain() {
    tryAgain.stop();
    return inFlight.get() > 0;
  }

  private Uni<Void> deliver(RecordHandler<?, ?> handler, List<RawRecord> records) {
    return tryAgain
        .whileItMayPass(handler.topic(), () -> handle(handler, records))
        .onFailure(failure -> !tryAgain.isStopping())
        .recoverWithUni(failure -> isolate(handler, records, failure));
  }

  /** The batch cannot pass as it is: each record goes alone, and the one to blame is parked. */
  private Uni<Void> isolate(
      RecordHandler<?, ?> handler, List<RawRecord> records, Throwable failure) {
    if (records.size() == 1) {
      RawRecord record = records.getFirst();
      LOG.errorf(failure, "%s cannot be handled and is parked", record.place());
      List<Parked> parked =
          List.of(Parked.of(new Masking(codec, handler.topic()).of(record), failure));
      return tryAgain.untilItPasses(
          handler.topic(),
          () ->
              transactions.run(transaction ->
                  parking
                      .park(transaction, parked)
                      .chain(() -> readUpTo.keep(transaction, records))));
    }
    return Multi.createFrom()
        .iterable(records)
        .onItem()
        .transformToUniAndConcatenate(record -> deliver(handler, List.of(record)))
        .collect()
        .last();
  }

  /** Decodes and checks records, asking the registry for schemas that are not known yet. */
  <T extends SpecificRecord, C> Uni<Reading<C>> read(
      RecordHandler<T, C> handler, List<RawRecord> records) {
    return fetchSchemas(records).map(fetched -> Reading.of(handler, codec, records));
  }

  private <T extends SpecificRecord, C> Uni<Void> handle(
      RecordHandler<T, C> handler, List<RawRecord> records) {
    return read(handler, records)
        .chain(reading ->
            transactions.once(
                t -> write(handler, reading, t).chain(() -> readUpTo.keep(t, records)),
                reading::traceOf));
  }

  private <T extends SpecificRecord, C> Uni<Void> write(
      RecordHandler<T, C> handler, Reading<C> reading, Transaction transaction) {
    Uni<Void> applied =
        reading.commands().isEmpty()
            ? Uni.createFrom().voidItem()
            : handler.apply(transaction, reading.commands());
    return applied.chain(() -> parking.park(transaction, reading.parked()));
  }

  /** The registry's client blocks, so a schema that is not known yet is fetched on a worker. */
  private Uni<Void> fetchSchemas(List<RawRecord> records) {
    List<byte[]> unknown =
        records.stream().map(RawRecord::value).filter(codec::needsSchema).toList();
    if (unknown.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return OnContext.back(
        Uni.createFrom()
            .voidItem()
            .emitOn(Infrastructure.getDefaultWorkerPool())
            .invoke(() -> codec.fetchSchemas(unknown)));
  }
}
