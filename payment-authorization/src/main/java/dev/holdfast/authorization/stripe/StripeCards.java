package dev.holdfast.authorization.stripe;

import dev.holdfast.authorization.core.Tap;
import dev.holdfast.authorization.gateway.CardPoll;
import dev.holdfast.authorization.gateway.CardPoll.NotYet;
import dev.holdfast.authorization.gateway.CardPoll.Seen;
import dev.holdfast.authorization.gateway.CardPoll.Unsure;
import dev.holdfast.authorization.stripe.IntentSearch.Found;
import dev.holdfast.authorization.stripe.IntentSearch.None;
import dev.holdfast.authorization.stripe.IntentSearch.Unclear;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Waits until the payment is decided: at once when a callback has news, and else the intent is read
 * now and then, the more seldom the more drivers wait. A card counts as read when the money is
 * held, or when the reader has given up a charge that failed.
 */
@ApplicationScoped
class StripeCards {
  /** No timer runs shorter. */
  private static final Duration SHORTEST = Duration.ofMillis(1);

  private final FindIntent findIntent;
  private final AwaitedIntents awaited;
  private final Waiters waiters;
  private final Clock clock;

  StripeCards(FindIntent findIntent, AwaitedIntents awaited, Waiters waiters, Clock clock) {
    this.findIntent = findIntent;
    this.awaited = awaited;
    this.waiters = waiters;
    this.clock = clock;
  }

  /** With no time to wait there is news: it is read whatever the budget for polls says. */
  Uni<CardPoll> await(StripeAccount.Doors doors, Tap tap, Duration wait) {
    var until = clock.instant().plus(wait);
    return findIntent
        .of(doors.api(), tap)
        .chain(sought ->
            switch (sought) {
              case Found(var intent) ->
                  wait.isZero()
                      ? read(doors.api(), tap, intent, false)
                      : waitFor(doors, tap, intent, until)
                          .onTermination()
                          .invoke(() -> waiters.leave(intent));
              case None(var reason) -> item(new Unsure(reason));
              case Unclear(var reason) -> item(new Unsure(reason));
            });
  }

  private Uni<CardPoll> waitFor(StripeAccount.Doors doors, Tap tap, String intent, Instant until) {
    var bell = waiters.listen(intent);
    return poll(doors, tap, intent)
        .chain(reading ->
            reading instanceof NotYet && clock.instant().isBefore(until)
                ? bell.within(pause(tap, until))
                    .chain(rung ->
                        rung
                            ? read(doors.api(), tap, intent, true)
                            : waitFor(doors, tap, intent, until))
                : item(reading));
  }

  /** Where polls have no budget left they are left out: who has money to move comes first. */
  private Uni<CardPoll> poll(StripeAccount.Doors doors, Tap tap, String intent) {
    if (!awaited.isToBeRead(tap) || !doors.mayPoll("GET", "/v1/payment_intents/" + intent)) {
      return item(new NotYet());
    }
    var isLook =
        awaited.isToBeLookedAt(tap)
            && doors.mayPoll("GET", "/v1/terminal/readers/" + tap.reader().serial());
    return read(doors.polls(), tap, intent, isLook);
  }

  private static Uni<CardPoll> read(StripeApi api, Tap tap, String intent, boolean isLook) {
    return api.intent(intent, StripeApi.CHARGE)
        .map(Reply::of)
        .chain(reply -> reading(api, tap, reply, isLook));
  }

  private static Uni<CardPoll> reading(StripeApi api, Tap tap, Reply reply, boolean isLook) {
    if (!reply.isOk()) {
      return item(reply.isTooMany() ? new NotYet() : new Unsure(reply.reason()));
    }
    var intent = Intent.of(reply.body());
    if (intent.status() == Intent.Status.CANCELED) {
      return item(new Unsure("The payment is cancelled"));
    }
    if (intent.isHeld()) {
      return item(new Seen(intent.card()));
    }
    return isLook || intent.hasFailed()
        ? ReaderDisplay.of(api, tap).map(reader -> waiting(reader, intent))
        : item(new NotYet());
  }

  /**
   * The reader still asks for the card, or, after a contactless charge that failed, for the PIN.
   */
  private static CardPoll waiting(Reply reader, Intent intent) {
    if (!reader.isOk()) {
      return reader.isTooMany() ? new NotYet() : new Unsure(reader.reason());
    }
    if (ReaderDisplay.shows(reader, intent.id())) {
      return new NotYet();
    }
    var failure = reader.body().path("action").path("failure_code").asText("no reason given");
    return intent.hasFailed()
        ? new Seen(intent.card())
        : new Unsure("The reader has stopped: " + failure);
  }

  private Duration pause(Tap tap, Instant until) {
    var left = Duration.between(clock.instant(), until);
    var next = awaited.untilRead(tap);
    var pause = left.compareTo(next) < 0 ? left : next;
    return pause.compareTo(SHORTEST) < 0 ? SHORTEST : pause;
  }

  private static Uni<CardPoll> item(CardPoll reading) {
    return Uni.createFrom().item(reading);
  }
}
