package dev.holdfast.authorization.stripe;

import dev.holdfast.authorization.core.Tap;
import dev.holdfast.authorization.core.attempt.Answer;
import dev.holdfast.authorization.core.attempt.Answer.Approved;
import dev.holdfast.authorization.core.attempt.Answer.Refused;
import dev.holdfast.authorization.core.attempt.Answer.Unknown;
import dev.holdfast.authorization.gateway.Disarming;
import dev.holdfast.authorization.gateway.Disarming.Disarmed;
import dev.holdfast.authorization.gateway.Disarming.Unsure;
import io.smallrye.mutiny.Uni;

/**
 * Is the hold of an intent kept, or given up? Whoever cancels a payment and whoever sees its card
 * approved may be two instances at the same moment, and a call may reach Stripe long after it was
 * given up here. So Stripe decides, once: to keep is an update, to give up a cancel, and both carry
 * the same idempotency key, which Stripe takes for one of them only.
 *
 * <ul>
 *   <li>No hold is told of before it is kept: then no cancel of ours can reach the intent any more,
 *       and the card's payment goes on.
 *   <li>No payment is given up before its intent is seen cancelled: then no hold comes of it, and
 *       what was held is given back.
 *   <li>Who loses follows the winner; a key without an answer is asked for again, with the same
 *       call. A failure that is replayed tells that the key is the caller's.
 * </ul>
 *
 * <p>It holds as long as Stripe keeps a key, a day at least: longer than a card is waited for.
 */
final class IntentFate {
  private static final String KEPT = "kept";

  private IntentFate() {}

  /** Cancels the intent, which also gives back what it holds, unless the hold is kept. */
  static Uni<Disarming> giveUp(StripeApi api, Tap tap, String intent) {
    return api.cancel(key(tap), intent, StripeApi.CHARGE)
        .map(Reply::of)
        .chain(reply ->
            // The key is ours and used up: without one, an intent is cancelled once all the same.
            reply.isKeysFailure()
                ? api.cancel(null, intent, StripeApi.CHARGE).map(Reply::of)
                : Uni.createFrom().item(reply))
        .chain(reply -> givenUp(api, intent, reply));
  }

  /** The hold as it was read, once it is certain that nobody gives it up; else it is refused. */
  static Uni<Answer> keep(StripeApi api, Tap tap, Approved hold) {
    return api.update(key(tap), hold.gatewayReference(), KEPT)
        .map(Reply::of)
        .chain(reply -> {
          if (reply.isOk()) {
            return Uni.createFrom().item(kept(reply, hold));
          }
          if (reply.isKeysFailure()) {
            return stillHeld(api, hold);
          }
          return reply.isKeyReused()
              ? refusedOnceGivenUp(
                  api, tap, hold.gatewayReference(), new Refused("It was given up meanwhile"))
              : Uni.createFrom().item(new Unknown(reply.reason()));
        });
  }

  /** An update says nothing of the hold: somebody else may have cancelled the intent before. */
  private static Answer kept(Reply reply, Approved hold) {
    var status = Intent.of(reply.body()).status();
    return switch (status) {
      case REQUIRES_CAPTURE, SUCCEEDED -> hold;
      case CANCELED -> new Refused("The payment was cancelled meanwhile");
      case REQUIRES_PAYMENT_METHOD, REQUIRES_CONFIRMATION, REQUIRES_ACTION, PROCESSING, OTHER ->
          new Unknown("The payment is " + status);
    };
  }

  /** The key is ours, whatever became of the update: what the intent is now decides. */
  private static Uni<Answer> stillHeld(StripeApi api, Approved hold) {
    return api.intent(hold.gatewayReference(), StripeApi.CHARGE)
        .map(Reply::of)
        .map(reply -> reply.isOk() ? kept(reply, hold) : new Unknown(reply.reason()));
  }

  /** Where there is no hold there must be none later, by a card that is presented too late. */
  static Uni<Answer> refusedOnceGivenUp(StripeApi api, Tap tap, String intent, Refused refused) {
    return giveUp(api, tap, intent)
        .map(disarming ->
            switch (disarming) {
              case Disarmed() -> refused;
              case Unsure(var why) -> new Unknown(why);
            });
  }

  private static Uni<Disarming> givenUp(StripeApi api, String intent, Reply reply) {
    return switch (reply.meaning(Deed.CANCEL)) {
      case DONE -> Uni.createFrom().item(seen(reply, "It is not cancelled"));
      case WRONG_STATE -> look(api, intent, "It cannot be cancelled");
      case REFUSED -> Uni.createFrom().item(new Unsure(reply.reason()));
      case UNCLEAR ->
          reply.isKeyReused()
              ? look(api, intent, "Its card was approved")
              : Uni.createFrom().item(new Unsure(reply.reason()));
    };
  }

  private static Uni<Disarming> look(StripeApi api, String intent, String otherwise) {
    return api.intent(intent, StripeApi.CHARGE)
        .map(Reply::of)
        .map(reply -> reply.isOk() ? seen(reply, otherwise) : new Unsure(reply.reason()));
  }

  private static Disarming seen(Reply reply, String otherwise) {
    var status = Intent.of(reply.body()).status();
    return status == Intent.Status.CANCELED
        ? new Disarmed()
        : new Unsure("%s: the payment is %s".formatted(otherwise, status));
  }

  private static String key(Tap tap) {
    return tap.reference() + ":FATE";
  }
}
