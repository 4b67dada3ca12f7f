package dev.holdfast.authorization.gateway.stripe;

import dev.holdfast.authorization.core.Answer;
import dev.holdfast.authorization.core.Answer.NotActed;
import dev.holdfast.authorization.core.Answer.Refused;
import dev.holdfast.authorization.core.Answer.Unknown;
import dev.holdfast.authorization.gateway.Movement;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The calls that may move money, and their look-ups. */
@ApplicationScoped
class StripeMovements {
  private final StripeHolds holds;
  private final StripeCaptures captures;
  private final StripeRefunds refunds;

  StripeMovements(StripeHolds holds, StripeCaptures captures, StripeRefunds refunds) {
    this.holds = holds;
    this.captures = captures;
    this.refunds = refunds;
  }

  Uni<Answer> send(StripeApi api, Movement movement) {
    return switch (movement.attempt().kind()) {
      case AUTHORIZE -> holds.outcome(api, movement);
      case CAPTURE, WHOLE, HOLD -> captures.capture(api, movement);
      case OVER_COMMIT -> captures.incrementAndCapture(api, movement);
      case RELEASE -> captures.cancel(api, movement);
      case REFUND -> refunds.refund(api, movement);
    };
  }

  Uni<Answer> lookUp(StripeApi api, Movement movement) {
    return switch (movement.attempt().kind()) {
      case AUTHORIZE -> holds.outcome(api, movement);
      case CAPTURE, OVER_COMMIT, WHOLE, HOLD, RELEASE -> captures.lookUp(api, movement);
      case REFUND -> refunds.lookUp(api, movement);
    };
  }

  /** Said to be done or too late, and yet open: it contradicts itself, so ask again later. */
  static Answer notActedIsUnknown(Answer answer) {
    return answer instanceof NotActed(var reason) ? new Unknown(reason) : answer;
  }

  static Answer unclear(Reply reply) {
    return new Unknown(
        reply.isKeyReused()
            ? "The idempotency key was used for another call, a person must look: " + reply.reason()
            : reply.reason());
  }

  static Answer refused(Reply reply) {
    return new Refused(reply.reason());
  }

  static Uni<Answer> answer(Answer answer) {
    return Uni.createFrom().item(answer);
  }
}
