package dev.holdfast.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.contracts.Topic;
import dev.holdfast.delivery.Restorations.Open;
import io.quarkus.arc.All;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jboss.logging.Logger;

/** Takes records of the service's own topics over into its database. Blocks. */
@ApplicationScoped
class TakeOver {
  private static final Logger LOG = Logger.getLogger(TakeOver.class);

  /** What the topic has needs no sending: an old version sent again would be the newest there. */
  private static final String FORGET =
      """
      with rest as (
        select seq, array_agg(topic order by position) as topics,
          array_agg(key order by position) as keys, array_agg(event_id order by position) as ids,
          array_agg(at_micros order by position) as times,
          array_agg(traceparent order by position) as traces,
          array_agg(value order by position) as record_values
        from outbox_record
        where seq in (select seq from outbox where event_ids && cast(?1 as text[]))
          and event_id <> all (?1)
        group by seq),
      kept as (
        update outbox
        set topics = rest.topics, record_keys = rest.keys, event_ids = rest.ids,
          times_micros = rest.times, traceparents = rest.traces, record_values = rest.record_values
        from rest where outbox.seq = rest.seq),
      sent as (
        delete from outbox
        where event_ids && cast(?1 as text[]) and seq not in (select seq from rest))
      update unsent set sent_again_at = now() where event_id = any(?1) and sent_again_at is null
      """;

  private final List<OwnTopic<?>> own;
  private final AvroCodec codec;
  private final Parking parking;
  private final Restorations restorations;
  private final Transactions transactions;

  TakeOver(
      @All List<OwnTopic<?>> own,
      AvroCodec codec,
      Parking parking,
      Restorations restorations,
      Transactions transactions) {
    this.own = own;
    this.codec = codec;
    this.parking = parking;
    this.restorations = restorations;
    this.transactions = transactions;
  }

  /** In the order of the topics: what is named by another one comes before it. */
  List<Topic> topics() {
    return own.stream().<Topic>map(OwnTopic::topic).sorted().toList();
  }

  /** Does the database know of this record? Nobody can tell of one that cannot be read. */
  boolean isKnown(Topic topic, RawRecord record) {
    OwnTopic<?> mine = of(topic);
    List<SpecificRecord> read = new ArrayList<>();
    read(topic, List.of(record), read);
    return await(transaction -> unknown(mine, transaction, read)).isEmpty();
  }

  /**
   * Takes over what is not known of the records, in one transaction; gives how many.
   *
   * @param waiting those that wait for all others, else those others
   */
  int takeOver(Open restoration, Topic topic, boolean waiting, List<RawRecord> records) {
    OwnTopic<?> mine = of(topic);
    List<SpecificRecord> read = new ArrayList<>();
    List<Parked> unreadable = read(topic, records, read);
    read.removeIf(record -> waits(mine, record) != waiting);
    try {
      return await(transaction ->
          unknown(mine, transaction, read)
              .call(unknown -> takeOver(mine, transaction, unknown))
              .call(() -> parking.park(transaction, unreadable))
              .call(() -> forget(transaction, records))
              .call(unknown -> restorations.count(transaction, restoration, unknown.size()))
              .map(List::size));
    } catch (RuntimeException failure) {
      if (Fault.of(failure) == Fault.OUTAGE) {
        throw failure;
      }
      return oneByOne(restoration, topic, waiting, records, failure);
    }
  }

  /** What is left to do for these keys when all was taken over. */
  void complete(Topic topic, List<String> keys) {
    OwnTopic<?> mine = of(topic);
    await(transaction -> mine.complete(transaction, keys).replaceWith(keys));
  }

  /** How many records wait to be sent: some of them may have been. */
  long outbox() {
    return await(transaction ->
        transaction
            .session()
            .createNativeQuery("select count(*) from outbox_record", Long.class)
            .getSingleResult());
  }

  private int oneByOne(
      Open restoration,
      Topic topic,
      boolean waiting,
      List<RawRecord> records,
      RuntimeException failure) {
    if (records.size() > 1) {
      return records.stream()
          .mapToInt(one -> takeOver(restoration, topic, waiting, List.of(one)))
          .sum();
    }
    RawRecord record = records.getFirst();
    LOG.errorf(failure, "%s cannot be taken over and is parked", record.place());
    RawRecord masked = new Masking(codec, topic).of(record);
    await(transaction ->
        parking.park(transaction, List.of(Parked.of(masked, failure))).replaceWith(records));
    return 0;
  }

  private List<Parked> read(Topic topic, List<RawRecord> records, List<SpecificRecord> read) {
    codec.fetchSchemas(records.stream().map(RawRecord::value).filter(codec::needsSchema).toList());
    List<Parked> unreadable = new ArrayList<>();
    for (RawRecord record : records) {
      try {
        read.add(codec.decode(topic, record.value()));
      } catch (Unacceptable undecodable) {
        unreadable.add(Parked.of(new Masking(codec, topic).of(record), undecodable));
      }
    }
    return unreadable;
  }

  private OwnTopic<?> of(Topic topic) {
    return own.stream().filter(each -> each.topic() == topic).findFirst().orElseThrow();
  }

  @SuppressWarnings("unchecked") // the topic's schema is the bean's record
  private static <T extends SpecificRecord> boolean waits(OwnTopic<T> mine, SpecificRecord record) {
    return mine.waits((T) record);
  }

  @SuppressWarnings("unchecked") // the topic's schema is the bean's record
  private static <T extends SpecificRecord> Uni<List<T>> unknown(
      OwnTopic<T> mine, Transaction transaction, List<SpecificRecord> read) {
    return read.isEmpty()
        ? Uni.createFrom().item(List.of())
        : mine.unknown(transaction, (List<T>) read);
  }

  @SuppressWarnings("unchecked") // what unknown gave
  private static <T extends SpecificRecord> Uni<Void> takeOver(
      OwnTopic<T> mine, Transaction transaction, List<?> unknown) {
    return unknown.isEmpty()
        ? Uni.createFrom().voidItem()
        : mine.takeOver(transaction, (List<T>) unknown);
  }

  private static Uni<Integer> forget(Transaction transaction, List<RawRecord> records) {
    String[] ids =
        records.stream()
            .flatMap(record -> Stream.ofNullable(record.headers().get("ce_id")))
            .map(id -> new String(id, UTF_8))
            .toArray(String[]::new);
    return transaction.session().createNativeQuery(FORGET).setParameter(1, ids).executeUpdate();
  }

  private <R> R await(Function<Transaction, Uni<R>> work) {
    try {
      return Objects.requireNonNull(
          VertxContextSupport.subscribeAndAwait(() -> transactions.run(work)));
    } catch (RuntimeException failed) {
      throw failed;
    } catch (Throwable failed) {
      throw new IllegalStateException(failed);
    }
  }
}
