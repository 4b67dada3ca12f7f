package dev.holdfast.authorization.stripe;

import dev.holdfast.authorization.core.attempt.Answer;
import dev.holdfast.authorization.gateway.GatewayCall;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The calls that may move money, and their look-ups. */
@ApplicationScoped
class StripeCalls {
  private final StripeHolds holds;
  private final StripeCaptures captures;
  private final StripeRefunds refunds;

  StripeCalls(StripeHolds holds, StripeCaptures captures, StripeRefunds refunds) {
    this.holds = holds;
    this.captures = captures;
    this.refunds = refunds;
  }

  Uni<Answer> send(StripeApi api, GatewayCall call) {
    return switch (call.attempt().kind()) {
      case AUTHORIZE -> holds.outcome(api, call);
      case CAPTURE, WHOLE, HOLD -> captures.capture(api, call);
      case OVER_COMMIT -> captures.incrementAndCapture(api, call);
      case RELEASE -> captures.cancel(api, call);
      case REFUND -> refunds.refund(api, call);
    };
  }

  Uni<Answer> lookUp(StripeApi api, GatewayCall call) {
    return switch (call.attempt().kind()) {
      case AUTHORIZE -> holds.outcome(api, call);
      case CAPTURE, OVER_COMMIT, WHOLE, HOLD, RELEASE -> captures.lookUp(api, call);
      case REFUND -> refunds.lookUp(api, call);
    };
  }
}
