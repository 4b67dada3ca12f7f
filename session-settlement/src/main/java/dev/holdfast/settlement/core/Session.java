package dev.holdfast.settlement.core;

import static java.util.Comparator.comparingInt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the one session of a payment.
 *
 * @param startedAt when it began, known from its start alone; null as soon as a close tells it
 * @param closes its revisions, lowest first
 * @param disputes what contradicts it; the first that came stands
 */
public record Session(
    String id, @Nullable Instant startedAt, List<Close> closes, List<Dispute> disputes) {

  /** The lists are copied. */
  public Session {
    closes = List.copyOf(closes);
    disputes = List.copyOf(disputes);
  }

  /** Another session, or another content of a revision; the close is null for a second start. */
  public record Dispute(AttentionReason reason, String sessionId, @Nullable Close close) {
    private boolean repeats(Dispute known) {
      return sessionId.equals(known.sessionId) && saysTheSameAs(known.close);
    }

    private boolean saysTheSameAs(@Nullable Close other) {
      return (close == null || other == null)
          ? Objects.equals(close, other)
          : close.revision() == other.revision() && close.saysTheSameAs(other);
    }
  }

  static Session started(String id, Instant startedAt) {
    return new Session(id, startedAt, List.of(), List.of());
  }

  static Session closed(Close close) {
    return new Session(close.sessionId(), null, List.of(close), List.of());
  }

  /** The revision that counts; null until a close is known. */
  public @Nullable Close latest() {
    return closes.isEmpty() ? null : closes.getLast();
  }

  Session withStart(String sessionId) {
    return sessionId.equals(id)
        ? this
        : disputing(new Dispute(AttentionReason.SECOND_SESSION, sessionId, null));
  }

  Session withClose(Close close) {
    if (!close.sessionId().equals(id)) {
      return disputing(new Dispute(AttentionReason.SECOND_SESSION, close.sessionId(), close));
    }
    return closes.stream()
        .filter(known -> known.revision() == close.revision())
        .findFirst()
        .map(known -> again(known, close))
        .orElseGet(() -> with(close));
  }

  private Session again(Close known, Close close) {
    return known.saysTheSameAs(close)
        ? this
        : disputing(new Dispute(AttentionReason.CONFLICTING_CLOSE, id, close));
  }

  private Session with(Close close) {
    List<Close> all =
        Stream.concat(closes.stream(), Stream.of(close))
            .sorted(comparingInt(Close::revision))
            .toList();
    return new Session(id, null, all, disputes);
  }

  private Session disputing(Dispute dispute) {
    if (disputes.stream().anyMatch(dispute::repeats)) {
      return this;
    }
    List<Dispute> all = new ArrayList<>(disputes);
    all.add(dispute);
    return new Session(id, startedAt, closes, all);
  }
}
