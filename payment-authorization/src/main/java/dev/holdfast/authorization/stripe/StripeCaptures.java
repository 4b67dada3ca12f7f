package dev.holdfast.authorization.stripe;

import dev.holdfast.authorization.core.Answer;
import dev.holdfast.authorization.core.Answer.NotActed;
import dev.holdfast.authorization.core.Answer.Refused;
import dev.holdfast.authorization.gateway.Movement;
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

  Uni<Answer> capture(StripeApi api, Movement movement) {
    return amount(movement)
        .map(amount -> capture(api, movement, amount))
        .orElseGet(() -> StripeAnswers.answer(notTaken(movement)));
  }

  /** The way up that is sanctioned in person: more is asked of the bank, then all is captured. */
  Uni<Answer> incrementAndCapture(StripeApi api, Movement movement) {
    return amount(movement)
        .map(total -> read(api, movement).chain(seen -> incrementFrom(seen, api, movement, total)))
        .orElseGet(() -> StripeAnswers.answer(notTaken(movement)));
  }

  Uni<Answer> cancel(StripeApi api, Movement movement) {
    return send(
            api,
            movement,
            movement.idempotencyKey(),
            key -> api.cancel(key, intent(movement), StripeApi.CHARGE))
        .chain(reply -> heard(api, movement, reply));
  }

  Uni<Answer> lookUp(StripeApi api, Movement movement) {
    return read(api, movement)
        .map(reply ->
            reply.isOk() ? intents.judge(movement, reply.body()) : StripeAnswers.unclear(reply));
  }

  private Uni<Answer> incrementFrom(Reply seen, StripeApi api, Movement movement, long total) {
    if (!seen.isOk()) {
      return StripeAnswers.answer(StripeAnswers.unclear(seen));
    }
    if (!isOpen(movement, seen)) {
      return StripeAnswers.answer(intents.judge(movement, seen.body()));
    }
    var intent = Intent.of(seen.body());
    if (intent.capturable() >= total) {
      return capture(api, movement, total);
    }
    return intent.incrementable()
        ? increment(api, movement, total)
        : StripeAnswers.answer(new Refused("This card takes no incremental authorization"));
  }

  private Uni<Answer> increment(StripeApi api, Movement movement, long total) {
    return send(
            api,
            movement,
            movement.idempotencyKey() + ":increment",
            key -> api.increment(key, intent(movement), total, StripeApi.CHARGE))
        .chain(reply ->
            reply.isOk() && Intent.of(reply.body()).capturable() >= total
                ? capture(api, movement, total)
                : heard(api, movement, reply));
  }

  private Uni<Answer> capture(StripeApi api, Movement movement, long amount) {
    return send(
            api,
            movement,
            movement.idempotencyKey(),
            key -> api.capture(key, intent(movement), amount, StripeApi.CHARGE))
        .chain(reply -> heard(api, movement, reply));
  }

  private Uni<Answer> heard(StripeApi api, Movement movement, Reply reply) {
    return switch (reply.meaning()) {
      case DONE ->
          StripeAnswers.answer(
              StripeAnswers.notActedIsUnknown(intents.judge(movement, reply.body())));
      case WRONG_STATE -> lookUp(api, movement).map(StripeAnswers::notActedIsUnknown);
      case REFUSED -> StripeAnswers.answer(StripeAnswers.refused(reply));
      case UNCLEAR -> StripeAnswers.answer(StripeAnswers.unclear(reply));
    };
  }

  /**
   * A failure that is only replayed would be so for a day, while the hold runs out. Where the
   * intent is still open after it, another key does no harm: nothing here can be done twice.
   */
  private Uni<Reply> send(
      StripeApi api, Movement movement, String key, Function<String, Uni<Response>> call) {
    return call.apply(key)
        .map(Reply::of)
        .chain(reply ->
            reply.isReplayedFailure()
                ? read(api, movement)
                    .chain(seen ->
                        isOpen(movement, seen)
                            ? call.apply(key + ":" + movement.attempt().unanswered()).map(Reply::of)
                            : Uni.createFrom().item(seen))
                : Uni.createFrom().item(reply));
  }

  private boolean isOpen(Movement movement, Reply seen) {
    return seen.isOk() && intents.judge(movement, seen.body()) instanceof NotActed;
  }

  private Uni<Reply> read(StripeApi api, Movement movement) {
    return api.intent(intent(movement), StripeApi.CHARGE).map(Reply::of);
  }

  private Optional<Long> amount(Movement movement) {
    return currencies.toStripe(movement.attempt().amount(), movement.tap().at());
  }

  private static Answer notTaken(Movement movement) {
    return new Refused("Stripe cannot take " + movement.attempt().amount());
  }

  private static String intent(Movement movement) {
    return movement.holdReference().orElseThrow();
  }
}
