package dev.holdfast.authorization.stripe;

import dev.holdfast.authorization.core.Tap;
import dev.holdfast.authorization.core.attempt.Answer;
import dev.holdfast.authorization.core.attempt.Answer.Approved;
import dev.holdfast.authorization.core.attempt.Answer.NotActed;
import dev.holdfast.authorization.core.attempt.Answer.Refused;
import dev.holdfast.authorization.core.attempt.Answer.Rejected;
import dev.holdfast.authorization.core.attempt.Answer.Taken;
import dev.holdfast.authorization.core.attempt.Answer.Unknown;
import dev.holdfast.authorization.gateway.GatewayCall;
import dev.holdfast.authorization.stripe.IntentSearch.Found;
import dev.holdfast.authorization.stripe.IntentSearch.None;
import dev.holdfast.authorization.stripe.IntentSearch.Unclear;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * What became of a hold: it was asked for when the card was read, so what is left is to make sure
 * of it.
 */
@ApplicationScoped
class StripeHolds {
  private final FindIntent findIntent;
  private final StripeIntents intents;
  private final Clock clock;

  StripeHolds(FindIntent findIntent, StripeIntents intents, Clock clock) {
    this.findIntent = findIntent;
    this.intents = intents;
    this.clock = clock;
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
        .chain(reply ->
            reply.isOk()
                ? outcome(api, call, reply)
                : StripeAnswers.answer(StripeAnswers.unclear(reply)));
  }

  /**
   * A charge that failed is final when the reader has done with it, or the driver's time is over.
   */
  private Uni<Answer> outcome(StripeApi api, GatewayCall call, Reply reply) {
    var tap = call.tap();
    var intent = Intent.of(reply.body());
    var answer = intents.judge(call, reply.body());
    return intent.hasFailed() && clock.instant().isBefore(tap.cardDeadline())
        ? ReaderDisplay.of(api, tap)
            .chain(reader ->
                reader.isOk() && !ReaderDisplay.shows(reader, intent.id())
                    ? certain(api, tap, intent.id(), answer)
                    : StripeAnswers.answer(
                        new Unknown("The reader asks for card and PIN, as far as is known")))
        : certain(api, tap, intent.id(), answer);
  }

  private static Uni<Answer> certain(StripeApi api, Tap tap, String intent, Answer answer) {
    return switch (answer) {
      case Approved hold -> IntentFate.keep(api, tap, hold);
      case Taken _, Rejected _, Unknown _ -> StripeAnswers.answer(answer);
      case Refused refused -> IntentFate.refusedOnceGivenUp(api, tap, intent, refused);
      case NotActed(var reason) ->
          IntentFate.refusedOnceGivenUp(api, tap, intent, new Refused(reason));
    };
  }
}
