package dev.holdfast.authorization.stripe;

import dev.holdfast.authorization.core.attempt.Answer;
import dev.holdfast.authorization.core.attempt.Answer.NotActed;
import dev.holdfast.authorization.core.attempt.Answer.Refused;
import dev.holdfast.authorization.core.attempt.Answer.Unknown;
import dev.holdfast.authorization.gateway.DeclineCodes;
import io.smallrye.mutiny.Uni;

/** Replies of Stripe as answers, where every call reads them alike. */
final class StripeAnswers {
  private StripeAnswers() {}

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
    return new Refused(DeclineCodes.kindIn(reply.reason()), reply.reason());
  }

  static Uni<Answer> answer(Answer answer) {
    return Uni.createFrom().item(answer);
  }
}
