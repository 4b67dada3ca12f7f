package dev.holdfast.authorization.core.attempt;

import dev.holdfast.authorization.core.attempt.Attention.Cause;
import dev.holdfast.authorization.core.attempt.Attention.Seen;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What happened so far.
 *
 * @param version grows by one with every change
 * @param attempts every call to the gateway that may have moved money, oldest first
 * @param settlementVersion the settlement that was last acted on; 0 before the first
 * @param attentions what a person must look at, or has looked at, oldest first
 */
public record AttemptHistory(
    long version, List<Attempt> attempts, long settlementVersion, List<Attention> attentions) {
  public AttemptHistory {
    attempts = List.copyOf(attempts);
    attentions = List.copyOf(attentions);
  }

  /** Of a new authorization, at version 1. */
  public static AttemptHistory opening() {
    return new AttemptHistory(1, List.of(), 0, List.of());
  }

  /** The attempt whose outcome is not certain, if there is one: nothing else may be tried then. */
  public Optional<Attempt> open() {
    return last().filter(attempt -> attempt.outcome().isOpen());
  }

  /** The newest attempt. */
  public Optional<Attempt> last() {
    return attempts.isEmpty() ? Optional.empty() : Optional.of(attempts.getLast());
  }

  /** Has the gateway been asked, and nobody knows what became of it? */
  public boolean isUnknown() {
    return open().filter(attempt -> attempt.outcome() == Outcome.UNKNOWN).isPresent();
  }

  /** Did the gateway approve an attempt of this kind? */
  public boolean hasApproved(Kind kind) {
    return attempts.stream()
        .anyMatch(attempt -> attempt.kind() == kind && attempt.outcome() == Outcome.APPROVED);
  }

  /** Why a person must look at it, all that is open; null while none must. */
  public @Nullable String attention() {
    var open = attentions.stream().filter(Attention::isOpen).map(Attention::words).toList();
    return open.isEmpty() ? null : open.stream().collect(Collectors.joining("; "));
  }

  /** Does something of this cause wait for a person? */
  public boolean needs(Cause cause) {
    return attentions.stream().anyMatch(each -> each.isOpen() && each.cause() == cause);
  }

  /** That of the next version, which starts from this one. */
  public AttemptHistory next() {
    return new AttemptHistory(version + 1, attempts, settlementVersion, attentions);
  }

  /** With the settlement that is acted on. */
  public AttemptHistory settling(long newSettlementVersion) {
    return new AttemptHistory(version, attempts, newSettlementVersion, attentions);
  }

  /** With one more thing that a person must look at. */
  public AttemptHistory needing(Cause cause, String words, Instant now) {
    var one = new Attention(attentions.size() + 1, cause, words, now, null);
    return with(Stream.concat(attentions.stream(), Stream.of(one)).toList());
  }

  /** With those that this ends dealt with. */
  public AttemptHistory seen(Predicate<Attention> ended, Seen by) {
    return with(
        attentions.stream()
            .map(each -> each.isOpen() && ended.test(each) ? each.seen(by) : each)
            .toList());
  }

  /** With one more attempt, which is to be sent. */
  public AttemptHistory sending(Kind kind, Money amount, Instant at) {
    return sending(kind, amount, at, null);
  }

  /** With one more attempt, which is to be sent, and what its gateway showed before. */
  public AttemptHistory sending(Kind kind, Money amount, Instant at, @Nullable String before) {
    var attempt = Attempt.sent(attempts.size() + 1, kind, amount, at, before);
    var all = Stream.concat(attempts.stream(), Stream.of(attempt)).toList();
    return new AttemptHistory(version, all, settlementVersion, attentions);
  }

  /** With what became of the last attempt. */
  public AttemptHistory answered(Attempt attempt) {
    var others = attempts.stream().limit(attempts.size() - 1);
    var all = Stream.concat(others, Stream.of(attempt)).toList();
    return new AttemptHistory(version, all, settlementVersion, attentions);
  }

  /** With the words of whoever said what became of the attempt of this number. */
  public AttemptHistory because(int number, String words) {
    var told =
        attempts.stream()
            .map(each -> each.number() == number ? each.because(words) : each)
            .toList();
    return new AttemptHistory(version, told, settlementVersion, attentions);
  }

  private AttemptHistory with(List<Attention> newAttentions) {
    return new AttemptHistory(version, attempts, settlementVersion, newAttentions);
  }
}
