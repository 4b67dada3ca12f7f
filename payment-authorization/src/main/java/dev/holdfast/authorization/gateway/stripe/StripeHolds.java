package dev.holdfast.authorization.gateway.stripe;

import dev.holdfast.authorization.core.Answer;
import dev.holdfast.authorization.core.Answer.Approved;
import dev.holdfast.authorization.core.Answer.NotActed;
import dev.holdfast.authorization.core.Answer.Refused;
import dev.holdfast.authorization.core.Answer.Unknown;
import dev.holdfast.authorization.gateway.Disarming;
import dev.holdfast.authorization.gateway.Movement;
import dev.holdfast.authorization.gateway.stripe.Sought.Found;
import dev.holdfast.authorization.gateway.stripe.Sought.None;
import dev.holdfast.authorization.gateway.stripe.Sought.Unclear;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** What became of a hold: it was asked for when the card was read, so nothing is left to send. */
@ApplicationScoped
class StripeHolds {
  private final FindIntent findIntent;
  private final StripeIntents intents;

  StripeHolds(FindIntent findIntent, StripeIntents intents) {
    this.findIntent = findIntent;
    this.intents = intents;
  }

  Uni<Answer> outcome(StripeApi api, Movement movement) {
    return findIntent
        .of(api, movement.tap())
        .chain(sought ->
            switch (sought) {
              case Found(var intent) -> outcome(api, movement, intent);
              case None(var reason) -> StripeMovements.answer(new Refused(reason));
              case Unclear(var reason) -> StripeMovements.answer(new Unknown(reason));
            });
  }

  private Uni<Answer> outcome(StripeApi api, Movement movement, String intent) {
    return api.intent(intent, StripeApi.CHARGE)
        .map(Reply::of)
        .map(reply ->
            reply.isOk() ? intents.judge(movement, reply.body()) : StripeMovements.unclear(reply))
        .chain(answer -> finished(api, intent, answer));
  }

  /** Where there is no hold there must be none later, by a card that is presented too late. */
  private static Uni<Answer> finished(StripeApi api, String intent, Answer answer) {
    return switch (answer) {
      case Approved _, Unknown _ -> StripeMovements.answer(answer);
      case Refused(var reason) -> refusedOnceCancelled(api, intent, reason);
      case NotActed(var reason) -> refusedOnceCancelled(api, intent, reason);
    };
  }

  private static Uni<Answer> refusedOnceCancelled(StripeApi api, String intent, String reason) {
    return CancelIntent.now(api, intent)
        .map(disarming ->
            switch (disarming) {
              case Disarming.Disarmed() -> new Refused(reason);
              case Disarming.Unsure(var why) -> new Unknown(why);
            });
  }
}
