package dev.holdfast.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.contracts.Topic;
import dev.holdfast.doors.Traceparent;
import dev.holdfast.events.ParkedRecord;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts records aside with their bytes: a row for the replay, and a record on parked.v1. */
@ApplicationScoped
class Parking {
  /** A record that comes again is not parked again: only new rows are returned, and announced. */
  private static final String INSERT =
      """
      insert into parked (topic, partition_number, record_offset, headers, record_key, record_value,
                          error, waits_for_newer, parked_at)
      select topic, partition_number, record_offset, headers, decode(record_key, 'base64'),
             decode(record_value, 'base64'), error, waits_for_newer, now()
      from unnest(cast(?1 as text[]), cast(?2 as bigint[]), cast(?3 as bigint[]),
                  cast(?4 as text[]), cast(?5 as text[]), cast(?6 as text[]), cast(?7 as text[]),
                  cast(?8 as boolean[]))
           as aside(topic, partition_number, record_offset, headers, record_key, record_value,
                    error, waits_for_newer)
      on conflict do nothing
      returning topic || '/' || partition_number || '/' || record_offset
      """;

  /** Below what a broker takes by default, 1 MiB, with room for what is added. */
  private static final int MOST_BYTES_ANNOUNCED = 900_000;

  private static final String TOO_LARGE =
      " (Value and headers are too large to be said here: read them with GET /parked.)";

  private final ObjectMapper json;

  Parking(ObjectMapper json) {
    this.json = json;
  }

  Uni<Void> park(Transaction transaction, List<Parked> parked) {
    if (parked.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return transaction
        .session()
        .createNativeQuery(INSERT, String.class)
        .setParameter(1, column(parked, p -> p.record().topic()))
        .setParameter(2, numbers(parked, p -> (long) p.record().partition()))
        .setParameter(3, numbers(parked, p -> p.record().offset()))
        .setParameter(4, column(parked, p -> text(p.record().headers())))
        .setParameter(5, column(parked, p -> base64(p.record().keyBytes())))
        .setParameter(6, column(parked, p -> base64(p.record().value())))
        .setParameter(7, column(parked, Parked::error))
        .setParameter(8, parked.stream().map(Parked::waitsForNewer).toArray(Boolean[]::new))
        .getResultList()
        .chain(places -> announce(transaction, parked, Set.copyOf(places)));
  }

  private Uni<Void> announce(Transaction transaction, List<Parked> parked, Set<String> inserted) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    return transaction.announce(
        parked.stream()
            .filter(one -> inserted.contains(one.record().place()))
            .map(one -> announcement(transaction, one, now))
            .toList());
  }

  private static Announcement announcement(Transaction transaction, Parked parked, Instant now) {
    RawRecord raw = parked.record();
    byte[] key = raw.keyBytes();
    boolean whole = raw.bytes() <= MOST_BYTES_ANNOUNCED;
    ParkedRecord record =
        ParkedRecord.newBuilder()
            .setTopic(raw.topic())
            .setPartition(raw.partition())
            .setOffset(raw.offset())
            .setHeaders(whole ? buffers(raw.headers()) : Map.of())
            .setKey(buffer(key))
            .setValue(whole ? buffer(raw.value()) : null)
            .setError(whole ? parked.error() : parked.error() + TOO_LARGE)
            .setParkedAt(now)
            .build();
    return new Announcement(
        Topic.PARKED,
        key == null ? new byte[0] : key,
        raw.place(),
        now,
        Traceparent.childOf(raw.traceparent()),
        transaction.encode(Topic.PARKED, record));
  }

  private static Map<String, ByteBuffer> buffers(Map<String, byte[]> headers) {
    return headers.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, e -> ByteBuffer.wrap(e.getValue()), (a, b) -> b, HashMap::new));
  }

  private static @Nullable ByteBuffer buffer(byte @Nullable [] bytes) {
    return bytes == null ? null : ByteBuffer.wrap(bytes);
  }

  private static @Nullable String base64(byte @Nullable [] bytes) {
    return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
  }

  private String text(Map<String, byte[]> headers) {
    try {
      return json.writeValueAsString(headers);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static @Nullable String[] column(
      List<Parked> parked, Function<Parked, @Nullable String> value) {
    return parked.stream().map(value).toArray(String[]::new);
  }

  private static Long[] numbers(List<Parked> parked, Function<Parked, Long> value) {
    return parked.stream().map(value).toArray(Long[]::new);
  }
}
