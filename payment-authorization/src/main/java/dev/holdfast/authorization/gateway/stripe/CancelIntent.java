package dev.holdfast.authorization.gateway.stripe;

import dev.holdfast.authorization.gateway.Disarming;
import dev.holdfast.authorization.gateway.Disarming.Disarmed;
import dev.holdfast.authorization.gateway.Disarming.Unsure;
import io.smallrye.mutiny.Uni;

/**
 * Cancels an intent, which also gives back what it holds. It has no idempotency key, as there is
 * nothing to do twice.
 */
final class CancelIntent {
  private CancelIntent() {}

  static Uni<Disarming> now(StripeApi api, String intent) {
    return api.cancel(null, intent, StripeApi.CHARGE)
        .map(Reply::of)
        .chain(reply ->
            switch (reply.meaning()) {
              case DONE -> Uni.createFrom().item(seen(reply));
              case WRONG_STATE ->
                  api.intent(intent, StripeApi.CHARGE).map(Reply::of).map(CancelIntent::seen);
              case REFUSED, UNCLEAR -> Uni.createFrom().item(new Unsure(reply.reason()));
            });
  }

  private static Disarming seen(Reply reply) {
    if (!reply.isOk()) {
      return new Unsure(reply.reason());
    }
    var status = Intent.of(reply.body()).status();
    return status == Intent.Status.CANCELED
        ? new Disarmed()
        : new Unsure("The payment is " + status);
  }
}
