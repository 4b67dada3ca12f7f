package dev.holdfast.authorization.stripe;

import dev.holdfast.authorization.core.attempt.Answer;
import dev.holdfast.authorization.core.attempt.Answer.NotActed;
import dev.holdfast.authorization.core.attempt.Answer.Refused;
import dev.holdfast.authorization.gateway.GatewayCall;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Function;

/**
 * Captures and cancels what is held. An intent is captured once, cancelled once, and incremented to
 * a total, not by an amount: whatever was interrupted goes on from what the intent shows. An amount
 * that Stripe cannot take is rounded down, and the answer tells what was taken.
 */
@ApplicationScoped
class StripeCaptures {
  private final StripeIntents intents;
  private final StripeCurrencies currencies;

  StripeCaptures(StripeIntents intents, StripeCurrencies currencies) {
    this.intents = intents;
    this.currencies = currencies;
  }

  Uni<Answer> capture(StripeApi api, GatewayCall call) {
    return amount(call)
        .map(amount -> capture(api, call, amount))
        .orElseGet(() -> StripeAnswers.answer(notTaken(call)));
  }

  /** The way up that is sanctioned in person: more is asked of the bank, then all is captured. */
  Uni<Answer> incrementAndCapture(StripeApi api, GatewayCall call) {
    return amount(call)
        .map(total -> read(api, call).chain(seen -> incrementFrom(seen, api, call, total)))
        .orElseGet(() -> StripeAnswers.answer(notTaken(call)));
  }

  Uni<Answer> cancel(StripeApi api, GatewayCall call) {
    return send(
            api,
            call,
            call.idempotencyKey(),
            key -> api.cancel(key, intent(call), StripeApi.CHARGE))
        .chain(reply -> heard(api, call, Deed.CANCEL, reply));
  }

  Uni<Answer> lookUp(StripeApi api, GatewayCall call) {
    return read(api, call)
        .map(reply ->
            reply.isOk() ? intents.judge(call, reply.body()) : StripeAnswers.unclear(reply));
  }

  private Uni<Answer> incrementFrom(Reply seen, StripeApi api, GatewayCall call, long total) {
    if (!seen.isOk()) {
      return StripeAnswers.answer(StripeAnswers.unclear(seen));
    }
    if (!isOpen(call, seen)) {
      return StripeAnswers.answer(intents.judge(call, seen.body()));
    }
    var intent = Intent.of(seen.body());
    if (intent.capturable() >= total) {
      return capture(api, call, total);
    }
    return intent.incrementable()
        ? increment(api, call, total)
        : StripeAnswers.answer(new Refused("This card takes no incremental authorization"));
  }

  private Uni<Answer> increment(StripeApi api, GatewayCall call, long total) {
    return send(
            api,
            call,
            call.idempotencyKey() + ":increment",
            key -> api.increment(key, intent(call), total, StripeApi.CHARGE))
        .chain(reply ->
            reply.isOk() && Intent.of(reply.body()).capturable() >= total
                ? capture(api, call, total)
                : heard(api, call, Deed.INCREMENT, reply));
  }

  private Uni<Answer> capture(StripeApi api, GatewayCall call, long amount) {
    return send(
            api,
            call,
            call.idempotencyKey(),
            key -> api.capture(key, intent(call), amount, StripeApi.CHARGE))
        .chain(reply -> heard(api, call, Deed.capturing(call.attempt().kind()), reply));
  }

  private Uni<Answer> heard(StripeApi api, GatewayCall call, Deed deed, Reply reply) {
    return switch (reply.meaning(deed)) {
      case DONE ->
          StripeAnswers.answer(StripeAnswers.notActedIsUnknown(intents.judge(call, reply.body())));
      case WRONG_STATE -> lookUp(api, call).map(StripeAnswers::notActedIsUnknown);
      case REFUSED -> StripeAnswers.answer(StripeAnswers.refused(reply));
      case UNCLEAR -> StripeAnswers.answer(StripeAnswers.unclear(reply));
    };
  }

  /**
   * A failure that is only replayed would be so for a day, while the hold runs out. Where the
   * intent is still open after it, another key does no harm: nothing here can be done twice.
   */
  private Uni<Reply> send(
      StripeApi api, GatewayCall call, String key, Function<String, Uni<Response>> request) {
    return request
        .apply(key)
        .map(Reply::of)
        // Nothing was done, and the budget holds the next one back: a minute would be long.
        .chain(reply ->
            reply.isTooMany() ? request.apply(key).map(Reply::of) : Uni.createFrom().item(reply))
        .chain(reply ->
            reply.isReplayedFailure()
                ? read(api, call)
                    .chain(seen ->
                        isOpen(call, seen)
                            ? request.apply(key + ":" + call.attempt().unanswered()).map(Reply::of)
                            : Uni.createFrom().item(seen))
                : Uni.createFrom().item(reply));
  }

  private boolean isOpen(GatewayCall call, Reply seen) {
    return seen.isOk() && intents.judge(call, seen.body()) instanceof NotActed;
  }

  private Uni<Reply> read(StripeApi api, GatewayCall call) {
    return api.intent(intent(call), StripeApi.CHARGE).map(Reply::of);
  }

  private Optional<Long> amount(GatewayCall call) {
    return currencies.toStripe(call.attempt().amount(), call.tap().at());
  }

  private static Answer notTaken(GatewayCall call) {
    return new Refused("Stripe cannot take " + call.attempt().amount());
  }

  private static String intent(GatewayCall call) {
    return call.holdReference().orElseThrow();
  }
}
