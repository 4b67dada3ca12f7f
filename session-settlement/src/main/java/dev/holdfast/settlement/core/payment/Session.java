package dev.holdfast.settlement.core.payment;

import static java.util.Comparator.comparingInt;

import dev.holdfast.settlement.core.payment.Resolution.Choice;
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
 * @param disputes what contradicts it, by the name that stored states have for it; the first that
 *     came stands, until a person says otherwise
 * @param resolutions what persons decided, in their order
 */
public record Session(
    String id,
    @Nullable Instant startedAt,
    List<Close> closes,
    List<Contradiction> disputes,
    List<Resolution> resolutions) {

  /** The lists are copied; a state that was written before persons could decide has none. */
  @SuppressWarnings("ConstantValue")
  public Session {
    closes = List.copyOf(closes);
    disputes = List.copyOf(disputes);
    resolutions = resolutions == null ? List.of() : List.copyOf(resolutions);
  }

  /** One that is known from its start alone. */
  public static Session started(String id, Instant startedAt) {
    return new Session(id, startedAt, List.of(), List.of(), List.of());
  }

  /** One that is known from a close. */
  public static Session closed(Close close) {
    return new Session(close.sessionId(), null, List.of(close), List.of(), List.of());
  }

  /** How many starts and closes that differ are known of it; each is kept for ever. */
  public int contents() {
    return closes.size() + disputes.size();
  }

  /** The revision that counts; null until a close is known. */
  public @Nullable Close latest() {
    return closes.isEmpty() ? null : closes.getLast();
  }

  /** What no person has decided on yet. */
  public List<Contradiction> openContradictions() {
    return disputes.stream().filter(contradiction -> !contradiction.resolved()).toList();
  }

  /** Has a person given up what the newest revision is off by, and was nothing paid back since? */
  public boolean isWrittenOff(Hold hold) {
    Close latest = latest();
    return latest != null
        && sinceAccepted()
            .anyMatch(resolution ->
                resolution.choice() == Choice.WRITE_OFF
                    && resolution.refunds() == hold.moves().refunds().size()
                    && Objects.equals(resolution.revision(), latest.revision()));
  }

  /** Has a person asked to try again, and was nothing heard of the hold since? */
  public boolean retries(Hold hold) {
    return resolutions.stream()
        .anyMatch(resolution ->
            resolution.choice() == Choice.RETRY
                && Objects.equals(resolution.holdVersion(), hold.version()));
  }

  /** Tells the same revisions of another accepted content apart; empty for the first. */
  public String edition() {
    long accepted = resolutions.stream().filter(Session::isSecondAccepted).count();
    return accepted == 0 ? "" : "~" + accepted;
  }

  /** With another start. */
  public Session withStart(String sessionId) {
    return sessionId.equals(id)
        ? this
        : contradictedBy(new Contradiction(AttentionReason.SECOND_SESSION, sessionId, null, false));
  }

  /** With another close. */
  public Session withClose(Close close) {
    if (!close.sessionId().equals(id)) {
      return contradictedBy(
          new Contradiction(AttentionReason.SECOND_SESSION, close.sessionId(), close, false));
    }
    return closes.stream()
        .filter(known -> known.revision() == close.revision())
        .findFirst()
        .map(known -> again(known, close))
        .orElseGet(() -> with(close));
  }

  Session with(Resolution resolution) {
    List<Resolution> all = Stream.concat(resolutions.stream(), Stream.of(resolution)).toList();
    return new Session(id, startedAt, closes, disputes, all);
  }

  private Stream<Resolution> sinceAccepted() {
    var since = new ArrayList<Resolution>();
    for (Resolution resolution : resolutions) {
      if (isSecondAccepted(resolution)) {
        since.clear();
      }
      since.add(resolution);
    }
    return since.stream();
  }

  private static boolean isSecondAccepted(Resolution resolution) {
    return resolution.choice() == Choice.ACCEPT_SECOND;
  }

  private Session again(Close known, Close close) {
    return known.saysTheSameAs(close)
        ? this
        : contradictedBy(new Contradiction(AttentionReason.CONFLICTING_CLOSE, id, close, false));
  }

  private Session with(Close close) {
    List<Close> all =
        Stream.concat(closes.stream(), Stream.of(close))
            .sorted(comparingInt(Close::revision))
            .toList();
    return new Session(id, null, all, disputes, resolutions);
  }

  private Session contradictedBy(Contradiction contradiction) {
    if (disputes.stream().anyMatch(contradiction::repeats)) {
      return this;
    }
    var all = new ArrayList<Contradiction>(disputes);
    all.add(contradiction);
    return new Session(id, startedAt, closes, all, resolutions);
  }
}
