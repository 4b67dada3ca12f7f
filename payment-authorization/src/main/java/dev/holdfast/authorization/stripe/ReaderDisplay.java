package dev.holdfast.authorization.stripe;

import dev.holdfast.authorization.core.Tap;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;

/**
 * What a reader asks for a card for. It may serve another system as well, so it is only cleared of
 * a payment that cannot be paid any more. Stripe clears whatever a reader shows at that moment: who
 * takes the reader between our look and our call, which is one call's time, is interrupted.
 */
final class ReaderDisplay {
  /** So long, at most, waits for it who has certainty of the intent already. */
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private ReaderDisplay() {}

  /** What the reader does now. */
  static Uni<Reply> of(StripeApi api, Tap tap) {
    return api.reader(tap.reader().serial()).map(Reply::of);
  }

  /** Does it wait for a card for this intent? */
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

  /**
   * Takes off the reader what keeps it from us, where that can be paid no more.
   *
   * @return is the reader free now, as far as is known?
   */
  static Uni<Boolean> makeWay(StripeApi api, Tap tap) {
    return of(api, tap)
        .chain(reader -> {
          if (!isBusy(reader)) {
            return Uni.createFrom().item(reader.isOk());
          }
          return shown(reader)
              .map(intent -> clearIfOver(api, tap, intent))
              .orElseGet(() -> Uni.createFrom().item(false));
        });
  }

  private static Uni<Boolean> clearIfOver(StripeApi api, Tap tap, String intent) {
    return api.intent(intent, StripeApi.CHARGE)
        .map(Reply::of)
        .chain(seen ->
            isOver(seen) ? clear(api, tap).replaceWith(true) : Uni.createFrom().item(false));
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
}
