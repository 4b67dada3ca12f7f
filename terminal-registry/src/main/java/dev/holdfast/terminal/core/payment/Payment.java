package dev.holdfast.terminal.core.payment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One payment, as it looks from its terminal: neither cards nor amounts.
 *
 * @param reference a UUIDv7, which tells when the payment was asked for
 * @param changedAt when this version came about
 * @param expiresAt when the hold lapses; null until there is one
 * @param reason why it was declined, abandoned, or failed; a decline's may begin with its kind
 * @param attention why a person must look at it; null while none must
 * @param attempts the calls to the gateway, oldest first
 */
public record Payment(
    UUID reference,
    long version,
    String serial,
    Course course,
    Instant changedAt,
    @Nullable Instant expiresAt,
    @Nullable String reason,
    @Nullable String attention,
    List<PaymentAttempt> attempts) {

  /** The longest text that is kept of a reason, in characters. */
  static final int LONGEST_TEXT = 200;

  private static final int TIME_BASED = 7;
  private static final int MILLIS_SHIFT = 16;

  /** Checks what the rules rest on. */
  public Payment {
    if (reference.version() != TIME_BASED) {
      throw new IllegalArgumentException(
          "reference: %s is not a UUIDv7, so nobody knows when the payment was asked for"
              .formatted(reference));
    }
    if (course == Course.HELD && expiresAt == null) {
      throw new IllegalArgumentException("expiresAt: a hold has an end; send it");
    }
    attempts = List.copyOf(attempts);
  }

  /** What is below every reference that was made at that instant or later. */
  public static UUID firstReferenceOf(Instant askedAt) {
    return new UUID(Math.max(0, askedAt.toEpochMilli()) << MILLIS_SHIFT, 0);
  }

  /** When the payment was asked for, to the millisecond; the same in all versions. */
  public Instant askedAt() {
    return Instant.ofEpochMilli(reference.getMostSignificantBits() >>> MILLIS_SHIFT);
  }

  /** What it adds to a count. */
  public PaymentCount count() {
    if (course.wentWrong() || unanswered().isPresent()) {
      return PaymentCount.TROUBLED;
    }
    return course.isJudged() ? PaymentCount.FINISHED : PaymentCount.NONE;
  }

  /** What went wrong or came to nothing, in words to count by; empty where nothing did. */
  public Optional<String> trouble() {
    return unanswered()
        .map(attempt -> worded("UNANSWERED", attempt.reason()))
        .or(() ->
            switch (course) {
              case DECLINED, ABANDONED, FAILED, EXPIRED ->
                  Optional.of(worded(course.name(), reason));
              case WAITING, AUTHORIZING, HELD, CAPTURING, RELEASING, REFUNDING, GOOD ->
                  Optional.empty();
            });
  }

  /** When money was taken, or the hold given back; empty where that has not happened. */
  public Optional<Instant> goodAt() {
    return course.wasGood()
        ? attempts.stream()
            .filter(PaymentAttempt::hasSettled)
            .map(PaymentAttempt::at)
            .reduce((_, last) -> last)
            .or(() -> Optional.of(changedAt))
        : Optional.empty();
  }

  /** From when on, and why, this payment is stuck if nothing more is heard of it. */
  public Optional<Suspicion> suspicion() {
    var since = unanswered().map(PaymentAttempt::at).orElse(changedAt);
    return Stream.of(
            Optional.ofNullable(attention).map(why -> new Suspicion(since, false, bounded(why))),
            unanswered().flatMap(_ -> trouble()).map(why -> new Suspicion(since, false, why)),
            overdue())
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<Suspicion> overdue() {
    if (course.isMoving()) {
      var since = attempts.isEmpty() ? changedAt : attempts.getLast().at();
      return Optional.of(new Suspicion(since, true, course + " takes too long"));
    }
    return course == Course.HELD
        ? Optional.ofNullable(expiresAt)
            .map(end -> new Suspicion(end, false, "HELD beyond its expiry"))
        : Optional.empty();
  }

  private Optional<PaymentAttempt> unanswered() {
    return attempts.stream().filter(PaymentAttempt::isUnanswered).findFirst();
  }

  private static String worded(String what, @Nullable String why) {
    return why == null ? what : bounded(what + ": " + why);
  }

  /** Counted in code points: half of a pair is no text. */
  private static String bounded(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST_TEXT
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT - 1)) + "…";
  }
}
