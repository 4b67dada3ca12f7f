package dev.holdfast.authorization.core.attempt;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What happened so far.
 *
 * @param version grows by one with every change
 * @param attempts every call to the gateway that may have moved money, oldest first
 * @param settlementVersion the settlement that was last acted on; 0 before the first
 * @param attention why a person must look at it; null while none must
 */
public record AttemptHistory(
    long version, List<Attempt> attempts, long settlementVersion, @Nullable String attention) {
  public AttemptHistory {
    attempts = List.copyOf(attempts);
  }

  /** Of a new authorization, at version 1. */
  public static AttemptHistory opening() {
    return new AttemptHistory(1, List.of(), 0, null);
  }

  /** The attempt whose outcome is not certain, if there is one: nothing else may be tried then. */
  public Optional<Attempt> open() {
    return last().filter(attempt -> attempt.outcome().isOpen());
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

  private Optional<Attempt> last() {
    return attempts.isEmpty() ? Optional.empty() : Optional.of(attempts.getLast());
  }

  /** That of the next version, which starts from this one. */
  public AttemptHistory next() {
    return new AttemptHistory(version + 1, attempts, settlementVersion, attention);
  }

  /** With the settlement that is acted on. */
  public AttemptHistory settling(long newSettlementVersion) {
    return new AttemptHistory(version, attempts, newSettlementVersion, attention);
  }

  /** With why a person must look at it; null where none must any more. */
  public AttemptHistory needing(@Nullable String newAttention) {
    return new AttemptHistory(version, attempts, settlementVersion, newAttention);
  }

  /** With one more attempt, which is to be sent. */
  public AttemptHistory sending(Kind kind, Money amount, Instant at) {
    return sending(kind, amount, at, null);
  }

  /** With one more attempt, which is to be sent, and what its gateway showed before. */
  public AttemptHistory sending(Kind kind, Money amount, Instant at, @Nullable String before) {
    var attempt = Attempt.sent(attempts.size() + 1, kind, amount, at, before);
    return new AttemptHistory(
        version,
        Stream.concat(attempts.stream(), Stream.of(attempt)).toList(),
        settlementVersion,
        attention);
  }

  /** With what became of the last attempt. */
  public AttemptHistory answered(Attempt attempt) {
    var others = attempts.stream().limit(attempts.size() - 1);
    return new AttemptHistory(
        version, Stream.concat(others, Stream.of(attempt)).toList(), settlementVersion, attention);
  }
}
