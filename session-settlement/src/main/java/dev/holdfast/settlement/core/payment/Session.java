package dev.holdfast.settlement.core.payment;

import static java.util.Comparator.comparingInt;

import dev.holdfast.settlement.core.payment.Resolution.Choice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the one session of a payment.
 *
 * @param id of the session that came first
 * @param startedAt when it began, known from its start alone; null as soon as a close tells it
 * @param closes its revisions, lowest first; one that a person accepted may be of another session
 * @param disputes what contradicts it, numbered from 1 in their order, by the name that stored
 *     states have for it; the first that came stands, until a person says otherwise
 * @param resolutions what persons decided, in their order
 * @param goodwill what support wants given back, numbered from 1 in their order
 */
public record Session(
    String id,
    @Nullable Instant startedAt,
    List<Close> closes,
    List<Contradiction> disputes,
    List<Resolution> resolutions,
    List<Goodwill> goodwill) {

  /** The lists are copied; a state that was written before there were decisions has none. */
  @SuppressWarnings("ConstantValue")
  public Session {
    closes = List.copyOf(closes);
    disputes = List.copyOf(disputes);
    resolutions = resolutions == null ? List.of() : List.copyOf(resolutions);
    goodwill = goodwill == null ? List.of() : List.copyOf(goodwill);
  }

  /** One of which nothing else is known. */
  public static Session named(String id, @Nullable Instant startedAt) {
    return new Session(id, startedAt, List.of(), List.of(), List.of(), List.of());
  }

  /** How many starts and closes that differ are known of it; each is kept for ever. */
  public int contents() {
    return closes.size() + disputes.size();
  }

  /** The revision that counts; null until a close is known. */
  public @Nullable Close latest() {
    return closes.isEmpty() ? null : closes.getLast();
  }

  /** The session that counts: that of the newest revision. */
  public String current() {
    Close latest = latest();
    return latest == null ? id : latest.sessionId();
  }

  /** What no person has decided on yet. */
  public List<Contradiction> openContradictions() {
    return disputes.stream().filter(contradiction -> !contradiction.resolved()).toList();
  }

  /** Has a person given up what this revision is off by, and was only goodwill paid since? */
  public boolean isWrittenOff(Hold hold, Close close) {
    PaidBack paidBack = PaidBack.of(hold, goodwill, close);
    return writeOffs(close).anyMatch(each -> paidBack.isOnlyGoodwillAfter(each.refunds()));
  }

  /** What was paid back of which a person has said, on this revision, that nobody waits for it. */
  Money accepted(Hold hold, Close close) {
    int refunds = writeOffs(close).mapToInt(Resolution::refunds).max().orElse(0);
    return PaidBack.of(hold, goodwill, close).ofPrice(hold, refunds);
  }

  /** The goodwill with this number. */
  public Optional<Goodwill> goodwill(int number) {
    return goodwill.stream().skip(Math.max(0, number - 1)).filter(_ -> number > 0).findFirst();
  }

  /** The goodwill that was asked for with this key. */
  public Optional<Goodwill> goodwill(String key) {
    return goodwill.stream().filter(each -> each.key().equals(key)).findFirst();
  }

  /** Does one wait for a second person? */
  public boolean hasGoodwillWaiting() {
    return goodwill.stream().anyMatch(each -> each.state() == Goodwill.State.WAITING);
  }

  /** With one more wish of support. */
  public Session withGoodwill(@Nullable Hold hold, Goodwill fresh) {
    if (goodwill(fresh.key()).isPresent()) {
      return this;
    }
    List<Goodwill> all = Stream.concat(goodwill.stream(), Stream.of(fresh)).toList();
    return new Session(id, startedAt, closes, disputes, told(hold, fresh.asked()), all);
  }

  /** With what was decided about the goodwill of this number. */
  public Session withRuling(@Nullable Hold hold, int number, Goodwill.Ruling ruling) {
    var all = new ArrayList<Goodwill>(goodwill);
    all.set(number - 1, all.get(number - 1).with(ruling));
    return new Session(id, startedAt, closes, disputes, told(hold, ruling.word()), all);
  }

  /** With what is granted and not paid given up. */
  public Session withGoodwillGivenUp(int refunds, Resolution resolution) {
    List<Goodwill> all =
        goodwill.stream()
            .map(each ->
                each.isOpenAfter(refunds)
                    ? each.with(
                        new Goodwill.Ruling(Goodwill.State.GIVEN_UP, resolution.word(), refunds))
                    : each)
            .toList();
    Session told = with(disputes, resolution);
    return new Session(id, startedAt, closes, disputes, told.resolutions, all);
  }

  private List<Resolution> told(@Nullable Hold hold, Resolution.Word word) {
    Long version = hold == null ? null : hold.version();
    int refunds = hold == null ? 0 : hold.moves().refunds().size();
    var told = new Resolution(Choice.GOODWILL, word, null, version, refunds, null);
    return Stream.concat(resolutions.stream(), Stream.of(told)).toList();
  }

  /** Has a person asked to try again, and was nothing heard of the hold since? */
  public boolean retries(Hold hold) {
    return resolutions.stream()
        .anyMatch(resolution ->
            resolution.choice() == Choice.RETRY
                && Objects.equals(resolution.holdVersion(), hold.version()));
  }

  /** With another start. */
  public Session withStart(String sessionId) {
    return sessionId.equals(current()) || isRefused(sessionId)
        ? this
        : contradictedBy(Contradiction.open(AttentionReason.SECOND_SESSION, sessionId, null));
  }

  /** With another close. */
  public Session withClose(Close close) {
    boolean isOfOther = !close.sessionId().equals(current());
    if (isKnown(close) || (isOfOther && isRefused(close.sessionId()))) {
      return this;
    }
    if (!isOfOther && closes.stream().noneMatch(each -> each.revision() == close.revision())) {
      return with(close);
    }
    return contradictedBy(
        Contradiction.open(
            isOfOther ? AttentionReason.SECOND_SESSION : AttentionReason.CONFLICTING_CLOSE,
            close.sessionId(),
            close));
  }

  /** With the payment that has taken this session before. */
  public Session withElsewhere(Reference elsewhere) {
    return contradictedBy(
        new Contradiction(
            AttentionReason.SESSION_ON_TWO_PAYMENTS, current(), null, false, elsewhere));
  }

  /** With what a person decided, and what of the contradictions is left open by it. */
  public Session with(List<Contradiction> contradictions, Resolution resolution) {
    List<Resolution> all = Stream.concat(resolutions.stream(), Stream.of(resolution)).toList();
    return new Session(id, startedAt, closes, contradictions, all, goodwill);
  }

  Session with(Close close) {
    List<Close> all =
        Stream.concat(closes.stream(), Stream.of(close))
            .sorted(comparingInt(Close::revision))
            .toList();
    return new Session(id, null, all, disputes, resolutions, goodwill);
  }

  private Stream<Resolution> writeOffs(Close close) {
    return resolutions.stream()
        .filter(each -> each.choice() == Choice.WRITE_OFF)
        .filter(each -> Objects.equals(each.revision(), close.revision()));
  }

  /** Whatever else comes of a session that a person has decided against is ignored. */
  private boolean isRefused(String sessionId) {
    return sessionId.equals(id) || disputes.stream().anyMatch(each -> each.isOfDecided(sessionId));
  }

  private boolean isKnown(Close close) {
    return Stream.concat(closes.stream(), disputes.stream().map(Contradiction::close))
        .anyMatch(known -> known != null && close.repeats(known));
  }

  private Session contradictedBy(Contradiction contradiction) {
    if (disputes.stream().anyMatch(contradiction::repeats)) {
      return this;
    }
    var all = new ArrayList<Contradiction>(disputes);
    all.add(contradiction);
    return new Session(id, startedAt, closes, all, resolutions, goodwill);
  }
}
