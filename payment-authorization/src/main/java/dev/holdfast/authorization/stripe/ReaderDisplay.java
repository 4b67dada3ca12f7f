package dev.holdfast.authorization.stripe;

import dev.holdfast.authorization.core.Tap;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;

/**
 * What a reader asks for a card for. It may serve another system as well. A payment that is handed
 * to a reader replaces the one that it shows, as long as nobody has begun to pay that; so the
 * reader is looked at before, and a payment of somebody else is left there unless it can be paid no
 * more. Who takes the reader between our look and our call, which is one call's time, is
 * interrupted: Stripe has no call that hands over only to a free reader.
 */
final class ReaderDisplay {
  /** So long, at most, waits for it who has certainty of the intent already. */
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private ReaderDisplay() {}

  /** Whose the reader is. */
  sealed interface Owner {
    /** Nobody's. */
    record Nobody() implements Owner {}

    /** It asks for a card for this payment. */
    record Us() implements Owner {}

    /** Somebody else's, or it is not known whose. */
    record Other(String reason) implements Owner {}
  }

  /** What the reader does now. */
  static Uni<Reply> of(StripeApi api, Tap tap) {
    return api.reader(tap.reader().serial()).map(Reply::of);
  }

  /** Does it wait for a card, or a PIN, for this intent? */
  static boolean shows(Reply reader, String intent) {
    return shown(reader).filter(intent::equals).isPresent();
  }

  /** Takes our own intent off the reader if it is there; nothing depends on it, so it may fail. */
  static Uni<Void> clearOf(StripeApi api, Tap tap, String intent) {
    return of(api, tap)
        .chain(reader -> shows(reader, intent) ? clear(api, tap) : Uni.createFrom().voidItem())
        .ifNoItem()
        .after(LONGEST)
        .fail()
        .onFailure()
        .recoverWithNull();
  }

  /** Looks whose the reader is, and takes off it what can be paid no more. */
  static Uni<Owner> owner(StripeApi api, Tap tap, String intent) {
    return of(api, tap)
        .chain(reader -> {
          if (!reader.isOk()) {
            return item(new Owner.Other(reader.reason()));
          }
          if (!isBusy(reader)) {
            return item(new Owner.Nobody());
          }
          return shows(reader, intent)
              ? item(new Owner.Us())
              : shown(reader)
                  .map(other -> clearIfOver(api, tap, other))
                  .orElseGet(() -> item(new Owner.Other("The reader is at something else")));
        });
  }

  private static Uni<Owner> clearIfOver(StripeApi api, Tap tap, String intent) {
    return api.intent(intent, StripeApi.CHARGE)
        .map(Reply::of)
        .chain(seen ->
            isOver(seen)
                ? clear(api, tap).replaceWith(new Owner.Nobody())
                : item(new Owner.Other("The reader asks for a card for somebody else")));
  }

  private static Uni<Void> clear(StripeApi api, Tap tap) {
    return api.cancelAction(tap.reader().serial()).map(Reply::of).replaceWithVoid();
  }

  private static boolean isOver(Reply seen) {
    return seen.isOk() && Intent.of(seen.body()).status() == Intent.Status.CANCELED;
  }

  private static boolean isBusy(Reply reader) {
    return "in_progress".equals(reader.body().path("action").path("status").asText());
  }

  private static Optional<String> shown(Reply reader) {
    var action = reader.body().path("action").path("process_payment_intent");
    return Optional.of(action.path("payment_intent"))
        .filter(intent -> intent.isTextual() && isBusy(reader))
        .map(intent -> intent.asText());
  }

  private static Uni<Owner> item(Owner owner) {
    return Uni.createFrom().item(owner);
  }
}
