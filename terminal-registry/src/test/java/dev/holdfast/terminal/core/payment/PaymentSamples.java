package dev.holdfast.terminal.core.payment;

import static dev.holdfast.terminal.core.Samples.NOW;
import static dev.holdfast.terminal.core.Samples.SERIAL;

import dev.holdfast.terminal.core.Samples;
import dev.holdfast.terminal.core.payment.PaymentAttempt.Outcome;
import dev.holdfast.terminal.core.payment.PaymentAttempt.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Payments that were asked for at {@link Samples#NOW}, and what may be different with them. */
final class PaymentSamples {
  static final Instant CHANGED = NOW.plusSeconds(60);
  static final Instant EXPIRES = NOW.plusSeconds(7200);
  static final UUID REFERENCE = reference(NOW, 1);
  static final PaymentAttempt SENT = attempt(Purpose.SETTLE, Outcome.UNKNOWN, 50, null);
  static final PaymentAttempt UNANSWERED =
      attempt(Purpose.SETTLE, Outcome.UNKNOWN, 50, "no answer within 5000 ms");

  private PaymentSamples() {}

  static UUID reference(Instant askedAt, int number) {
    return new UUID(askedAt.toEpochMilli() << 16 | 0x7000, 0x8000_0000_0000_0000L | number);
  }

  static PaymentAttempt attempt(
      Purpose purpose, Outcome outcome, int second, @Nullable String reason) {
    return new PaymentAttempt(purpose, outcome, NOW.plusSeconds(second), reason);
  }

  static Payment payment(UUID reference, long version, Course course) {
    return new Payment(reference, version, SERIAL, course, CHANGED, EXPIRES, null, null, List.of());
  }

  static Payment payment(Course course, PaymentAttempt... attempts) {
    return payment(course, null, null, attempts);
  }

  static Payment payment(
      Course course,
      @Nullable String reason,
      @Nullable String attention,
      PaymentAttempt... attempts) {
    return new Payment(
        REFERENCE, 3, SERIAL, course, CHANGED, EXPIRES, reason, attention, List.of(attempts));
  }
}
