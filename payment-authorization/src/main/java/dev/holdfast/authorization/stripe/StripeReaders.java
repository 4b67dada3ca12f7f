package dev.holdfast.authorization.stripe;

import dev.holdfast.authorization.core.Tap;
import dev.holdfast.authorization.gateway.Arming;
import dev.holdfast.authorization.gateway.Arming.Armed;
import dev.holdfast.authorization.gateway.Arming.Unable;
import dev.holdfast.authorization.gateway.Disarming;
import dev.holdfast.authorization.gateway.Disarming.Disarmed;
import dev.holdfast.authorization.stripe.IntentSearch.Found;
import dev.holdfast.authorization.stripe.IntentSearch.None;
import dev.holdfast.authorization.stripe.IntentSearch.Unclear;
import dev.holdfast.authorization.stripe.ReaderDisplay.Owner;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/**
 * Hands payments to readers and takes them back. No reader is asked to ask for a tip: what is held
 * is what was asked for. A hand-off has no idempotency key: an intent holds money once, and a
 * failure that is replayed for a day would keep the driver from paying.
 */
@ApplicationScoped
class StripeReaders {
  private final FindIntent findIntent;

  StripeReaders(FindIntent findIntent) {
    this.findIntent = findIntent;
  }

  Uni<Arming> arm(StripeApi api, Tap tap) {
    return armed(api, tap, intent -> handOver(api, tap, intent));
  }

  Uni<Arming> armAgain(StripeApi api, Tap tap) {
    return armed(
        api,
        tap,
        intent ->
            api.intent(intent, StripeApi.CHARGE)
                .map(Reply::of)
                .chain(seen ->
                    seen.isOk()
                        ? handOverUnlessBegun(api, tap, Intent.of(seen.body()))
                        : item(armed(seen))));
  }

  private Uni<Arming> armed(StripeApi api, Tap tap, Function<String, Uni<Arming>> handOver) {
    return findIntent
        .of(api, tap)
        .chain(sought ->
            switch (sought) {
              case Found(var intent) -> handOver.apply(intent);
              case None(var reason) -> item(new Unable(reason));
              case Unclear(var reason) -> item(new Arming.Unsure(reason));
            });
  }

  /** The cancelled intent is what makes it certain; the reader's display only follows. */
  Uni<Disarming> disarm(StripeApi api, Tap tap) {
    return findIntent
        .of(api, tap)
        .chain(sought ->
            switch (sought) {
              case Found(var intent) -> giveUp(api, tap, intent);
              case None _ -> item(new Disarmed());
              case Unclear(var reason) -> item(new Disarming.Unsure(reason));
            });
  }

  private static Uni<Arming> handOverUnlessBegun(StripeApi api, Tap tap, Intent seen) {
    return switch (seen.status()) {
      case CANCELED -> item(new Unable("The payment is cancelled"));
      case REQUIRES_PAYMENT_METHOD ->
          // What has failed and is not on the reader any more is decided: it is told as it is.
          seen.hasFailed() ? item(new Armed()) : handOver(api, tap, seen.id());
      case REQUIRES_CONFIRMATION, REQUIRES_ACTION, PROCESSING, REQUIRES_CAPTURE, SUCCEEDED, OTHER ->
          item(new Armed());
    };
  }

  private static Uni<Arming> handOver(StripeApi api, Tap tap, String intent) {
    return ReaderDisplay.owner(api, tap, intent)
        .chain(owner ->
            switch (owner) {
              case Owner.Nobody() -> process(api, tap, intent).map(StripeReaders::armed);
              case Owner.Us() -> item(new Armed());
              case Owner.Other(var reason) -> item(new Arming.Unsure(reason));
            });
  }

  private static Arming armed(Reply reply) {
    return switch (reply.meaning(Deed.PROCESS)) {
      case DONE -> new Armed();
      // Begun before, and the intent tells how far it is.
      case WRONG_STATE -> new Armed();
      case REFUSED -> new Unable(reply.reason());
      case UNCLEAR ->
          switch (reply.status()) {
            case 401, 403, 404 -> new Unable(reply.reason());
            default -> new Arming.Unsure(reply.reason());
          };
    };
  }

  private static Uni<Disarming> giveUp(StripeApi api, Tap tap, String intent) {
    return IntentFate.giveUp(api, tap, intent)
        .call(disarming ->
            switch (disarming) {
              case Disarmed() -> ReaderDisplay.clearOf(api, tap, intent);
              case Disarming.Unsure _ -> Uni.createFrom().voidItem();
            });
  }

  private static Uni<Reply> process(StripeApi api, Tap tap, String intent) {
    return api.process(tap.reader().serial(), intent, true).map(Reply::of);
  }

  private static <T> Uni<T> item(T item) {
    return Uni.createFrom().item(item);
  }
}
