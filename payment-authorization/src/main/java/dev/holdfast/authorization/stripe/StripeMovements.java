package dev.holdfast.authorization.stripe;

import dev.holdfast.authorization.core.Answer;
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
}
