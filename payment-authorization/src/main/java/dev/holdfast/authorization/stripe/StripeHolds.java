package dev.holdfast.authorization.stripe;

import dev.holdfast.authorization.core.Tap;
import dev.holdfast.authorization.core.attempt.Answer;
import dev.holdfast.authorization.core.attempt.Answer.Approved;
import dev.holdfast.authorization.core.attempt.Answer.NotActed;
import dev.holdfast.authorization.core.attempt.Answer.Refused;
import dev.holdfast.authorization.core.attempt.Answer.Rejected;
import dev.holdfast.authorization.core.attempt.Answer.Unknown;
import dev.holdfast.authorization.gateway.GatewayCall;
import dev.holdfast.authorization.stripe.IntentSearch.Found;
import dev.holdfast.authorization.stripe.IntentSearch.None;
import dev.holdfast.authorization.stripe.IntentSearch.Unclear;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What became of a hold: it was asked for when the card was read, so what is left is to make sure
 * of it.
 */
@ApplicationScoped
class StripeHolds {
  private final FindIntent findIntent;
  private final StripeIntents intents;

  StripeHolds(FindIntent findIntent, StripeIntents intents) {
    this.findIntent = findIntent;
    this.intents = intents;
  }

  Uni<Answer> outcome(StripeApi api, GatewayCall call) {
    return findIntent
        .of(api, call.tap())
        .chain(sought ->
            switch (sought) {
              case Found(var intent) -> outcome(api, call, intent);
              case None(var reason) -> StripeAnswers.answer(new Refused(reason));
              case Unclear(var reason) -> StripeAnswers.answer(new Unknown(reason));
            });
  }

  private Uni<Answer> outcome(StripeApi api, GatewayCall call, String intent) {
    return api.intent(intent, StripeApi.CHARGE)
        .map(Reply::of)
        .map(reply ->
            reply.isOk() ? intents.judge(call, reply.body()) : StripeAnswers.unclear(reply))
        .chain(answer -> certain(api, call.tap(), intent, answer));
  }

  private static Uni<Answer> certain(StripeApi api, Tap tap, String intent, Answer answer) {
    return switch (answer) {
      case Approved hold -> IntentFate.keep(api, tap, hold);
      case Rejected _, Unknown _ -> StripeAnswers.answer(answer);
      case Refused(var reason) -> IntentFate.refusedOnceGivenUp(api, tap, intent, reason);
      case NotActed(var reason) -> IntentFate.refusedOnceGivenUp(api, tap, intent, reason);
    };
  }
}
