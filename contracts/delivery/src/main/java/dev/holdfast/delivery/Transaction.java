package dev.holdfast.delivery;

import dev.holdfast.contracts.Topic;
import dev.holdfast.doors.Traceparent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** One transaction: the rows that change, and what shall be said of it, committed together. */
public final class Transaction {
  /** The order comes from nextval inside the statement: pooled ids could order one key wrongly. */
  private static final String INSERT =
      """
      insert into outbox
        (topics, record_keys, event_ids, times_micros, traceparents, record_values)
      values (
        cast(?1 as text[]),
        array(
          select decode(key, 'base64')
          from unnest(cast(?2 as text[])) with ordinality as told(key, position)
          order by position),
        cast(?3 as text[]), cast(?4 as bigint[]), cast(?5 as text[]),
        array(
          select decode(value, 'base64')
          from unnest(cast(?6 as text[])) with ordinality as told(value, position)
          order by position))
      """;

  private static final int MOST_BYTES_A_ROW = 4 << 20;

  private final Mutiny.StatelessSession session;
  private final AvroCodec codec;
  private final Function<String, @Nullable String> traceOf;
  private boolean saysSomething;

  Transaction(
      Mutiny.StatelessSession session,
      AvroCodec codec,
      Function<String, @Nullable String> traceOf) {
    this.session = session;
    this.codec = codec;
    this.traceOf = traceOf;
  }

  /** The session of this transaction; use it for one statement after the other. */
  public Mutiny.StatelessSession session() {
    return session;
  }

  /** Puts the events in the outbox, in this order, as one row; the relay sends them. */
  public Uni<Void> publish(List<Event> events) {
    return announce(events.stream().map(this::announcement).toList());
  }

  Uni<Void> announce(List<Announcement> announcements) {
    return Multi.createFrom()
        .iterable(rows(announcements))
        .onItem()
        .transformToUniAndConcatenate(this::insert)
        .onItem()
        .ignoreAsUni();
  }

  /** Each as large as the relay can well hold in memory: one, but for a very large transaction. */
  private static List<List<Announcement>> rows(List<Announcement> announcements) {
    var rows = new ArrayList<List<Announcement>>();
    int bytes = MOST_BYTES_A_ROW;
    for (Announcement one : announcements) {
      bytes += one.value().length;
      if (bytes > MOST_BYTES_A_ROW) {
        rows.add(new ArrayList<>());
        bytes = one.value().length;
      }
      rows.getLast().add(one);
    }
    return rows;
  }

  /** Has anything been put in the outbox? */
  boolean saysSomething() {
    return saysSomething;
  }

  private Uni<Void> insert(List<Announcement> announcements) {
    saysSomething = true;
    return session
        .createNativeQuery(INSERT)
        .setParameter(1, column(announcements, a -> a.topic().topicName()))
        .setParameter(2, column(announcements, a -> base64(a.key())))
        .setParameter(3, column(announcements, Announcement::id))
        .setParameter(4, announcements.stream().map(a -> micros(a.at())).toArray(Long[]::new))
        .setParameter(5, column(announcements, Announcement::traceparent))
        .setParameter(6, column(announcements, a -> base64(a.value())))
        .executeUpdate()
        .replaceWithVoid();
  }

  byte[] encode(Topic topic, SpecificRecord value) {
    return codec.encode(topic, value);
  }

  private Announcement announcement(Event event) {
    return new Announcement(
        event.topic(),
        event.key().getBytes(StandardCharsets.UTF_8),
        event.id(),
        event.at(),
        Traceparent.childOf(traceOf.apply(event.key())),
        encode(event.topic(), event.value()));
  }

  private static String[] column(
      List<Announcement> announcements, Function<Announcement, String> value) {
    return announcements.stream().map(value).toArray(String[]::new);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static long micros(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }
}
