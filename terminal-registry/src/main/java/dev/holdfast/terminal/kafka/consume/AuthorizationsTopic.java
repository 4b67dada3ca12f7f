package dev.holdfast.terminal.kafka.consume;

import dev.holdfast.contracts.Topic;
import dev.holdfast.delivery.Inbox;
import dev.holdfast.delivery.RecordHandler;
import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.Unacceptable;
import dev.holdfast.events.Attempt;
import dev.holdfast.events.AttemptKind;
import dev.holdfast.events.AttemptOutcome;
import dev.holdfast.events.AuthorizationChanged;
import dev.holdfast.events.AuthorizationStatus;
import dev.holdfast.events.DeclineKind;
import dev.holdfast.terminal.RecordPayments;
import dev.holdfast.terminal.core.payment.Course;
import dev.holdfast.terminal.core.payment.Payment;
import dev.holdfast.terminal.core.payment.PaymentAttempt;
import dev.holdfast.terminal.core.payment.PaymentAttempt.Outcome;
import dev.holdfast.terminal.core.payment.PaymentAttempt.Purpose;
import dev.holdfast.text.CardNumbers;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Hears on authorizations.v1 how payments go at the terminals. */
@ApplicationScoped
class AuthorizationsTopic implements RecordHandler<AuthorizationChanged, Payment> {
  private final Inbox inbox;
  private final RecordPayments recordPayments;

  AuthorizationsTopic(Inbox inbox, RecordPayments recordPayments) {
    this.inbox = inbox;
    this.recordPayments = recordPayments;
  }

  @Incoming("authorizations")
  Uni<Void> receive(ConsumerRecords<byte[], byte[]> poll) {
    return inbox.receive(this, poll);
  }

  @Override
  public Topic topic() {
    return Topic.AUTHORIZATIONS;
  }

  @Override
  public Payment read(String key, AuthorizationChanged authorization) {
    if (!key.equals(authorization.getReference())) {
      throw new Unacceptable(
          "The key %s is not the reference %s".formatted(key, authorization.getReference()));
    }
    try {
      return payment(authorization);
    } catch (IllegalArgumentException wrong) {
      throw new Unacceptable(String.valueOf(wrong.getMessage()), wrong);
    }
  }

  @Override
  public Uni<Void> apply(Transaction transaction, List<Payment> heard) {
    return recordPayments.record(transaction, heard);
  }

  private static Payment payment(AuthorizationChanged authorization) {
    return new Payment(
        reference(authorization.getReference()),
        authorization.getVersion(),
        authorization.getTerminalSerial(),
        course(authorization.getStatus()),
        authorization.getOccurredAt(),
        authorization.getExpiresAt(),
        masked(reason(authorization)),
        masked(authorization.getAttention()),
        authorization.getAttempts().stream().map(AuthorizationsTopic::attempt).toList());
  }

  /** Begins with the kind of a decline where one is told. */
  private static @Nullable String reason(AuthorizationChanged authorization) {
    var kind = authorization.getDeclineKind();
    var reason = authorization.getReason();
    if (kind == null || kind == DeclineKind.OTHER) {
      return reason;
    }
    return reason == null ? kind.name() : kind + ": " + reason;
  }

  private static UUID reference(String text) {
    var reference = UUID.fromString(text);
    // fromString takes short groups and capitals too; a payment has one name.
    if (!reference.toString().equals(text)) {
      throw new IllegalArgumentException(
          "reference: %s is not a UUID of 36 lower-case characters".formatted(text));
    }
    return reference;
  }

  /** Parked, not guessed: taken for healthy, a payment that is stuck would never be shown. */
  private static Course course(AuthorizationStatus status) {
    return switch (status) {
      case AWAITING_CARD -> Course.WAITING;
      case AUTHORIZING -> Course.AUTHORIZING;
      case HELD -> Course.HELD;
      case DECLINED -> Course.DECLINED;
      case ABANDONED -> Course.ABANDONED;
      case CAPTURING -> Course.CAPTURING;
      case CAPTURED, RELEASED -> Course.GOOD;
      case CAPTURE_FAILED -> Course.FAILED;
      case RELEASING -> Course.RELEASING;
      case EXPIRED -> Course.EXPIRED;
      case REFUNDING -> Course.REFUNDING;
      case UNRECOGNIZED ->
          throw new Unacceptable(
              "status: one that this version does not know; update this service, then replay");
    };
  }

  private static PaymentAttempt attempt(Attempt attempt) {
    return new PaymentAttempt(
        purpose(attempt.getKind()),
        outcome(attempt.getOutcome()),
        attempt.getAt(),
        masked(attempt.getReason()));
  }

  /** One that is not known is no reason to park: it only does not tell when a payment was good. */
  private static Purpose purpose(AttemptKind kind) {
    return switch (kind) {
      case AUTHORIZE -> Purpose.AUTHORIZE;
      case CAPTURE, OVER_COMMIT, WHOLE, HOLD, RELEASE -> Purpose.SETTLE;
      case REFUND -> Purpose.REFUND;
      case UNRECOGNIZED -> Purpose.OTHER;
    };
  }

  private static Outcome outcome(AttemptOutcome outcome) {
    return switch (outcome) {
      case APPROVED -> Outcome.APPROVED;
      case REFUSED -> Outcome.REFUSED;
      case UNKNOWN -> Outcome.UNKNOWN;
    };
  }

  /** Free text of a gateway: no card number may enter by it. */
  private static @Nullable String masked(@Nullable String text) {
    return text == null ? null : CardNumbers.masked(text);
  }
}
