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
 * Waits until the card's bank has answered: the intent is read again and again, and at once when a
 * callback has news. A card counts as read when its bank has said yes or no.
 */
@ApplicationScoped
class StripeCards {
  private final FindIntent findIntent;
  private final Waiters waiters;
  private final StripeSettings settings;
  private final Clock clock;

  StripeCards(FindIntent findIntent, Waiters waiters, StripeSettings settings, Clock clock) {
    this.findIntent = findIntent;
    this.waiters = waiters;
    this.settings = settings;
    this.clock = clock;
  }

  Uni<CardPoll> await(StripeApi api, Tap tap, Duration wait) {
    var until = clock.instant().plus(wait);
    return findIntent
        .of(api, tap)
        .chain(sought ->
            switch (sought) {
              case Found(var intent) ->
                  poll(api, tap, intent, until).onTermination().invoke(() -> waiters.leave(intent));
              case None(var reason) -> Uni.createFrom().item(new Unsure(reason));
              case Unclear(var reason) -> Uni.createFrom().item(new Unsure(reason));
            });
  }

  private Uni<CardPoll> poll(StripeApi api, Tap tap, String intent, Instant until) {
    var bell = waiters.listen(intent);
    return read(api, intent)
        .chain(reading ->
            reading instanceof NotYet
                ? bell.within(pause(until))
                    .chain(rung ->
                        rung || isOver(until)
                            ? readOnce(api, tap, intent)
                            : poll(api, tap, intent, until))
                : Uni.createFrom().item(reading));
  }

  /** Woken, or about to report that nothing came: does the reader still wait for the card? */
  private Uni<CardPoll> readOnce(StripeApi api, Tap tap, String intent) {
    return read(api, intent)
        .chain(reading ->
            reading instanceof NotYet
                ? ReaderDisplay.of(api, tap).map(reader -> waiting(reader, intent))
                : Uni.createFrom().item(reading));
  }

  private static CardPoll waiting(Reply reader, String intent) {
    if (!reader.isOk()) {
      return new Unsure(reader.reason());
    }
    var failure = reader.body().path("action").path("failure_code").asText("no reason given");
    return ReaderDisplay.shows(reader, intent)
        ? new NotYet()
        : new Unsure("The reader has stopped: " + failure);
  }

  private static Uni<CardPoll> read(StripeApi api, String intent) {
    return api.intent(intent, StripeApi.CHARGE).map(Reply::of).map(StripeCards::reading);
  }

  private static CardPoll reading(Reply reply) {
    if (!reply.isOk()) {
      return new Unsure(reply.reason());
    }
    var intent = Intent.of(reply.body());
    if (intent.status() == Intent.Status.CANCELED) {
      return new Unsure("The payment is cancelled");
    }
    return intent.isDecided() ? new Seen(intent.card()) : new NotYet();
  }

  private Duration pause(Instant until) {
    var left = Duration.between(clock.instant(), until);
    var pause = left.compareTo(settings.poll()) < 0 ? left : settings.poll();
    return pause.isPositive() ? pause : Duration.ofMillis(1);
  }

  private boolean isOver(Instant until) {
    return !clock.instant().isBefore(until);
  }
}
