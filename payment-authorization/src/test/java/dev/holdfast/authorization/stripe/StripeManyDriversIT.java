package dev.holdfast.authorization.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.authorization.core.Card;
import dev.holdfast.authorization.core.Environment;
import dev.holdfast.authorization.core.Tap;
import dev.holdfast.authorization.core.attempt.Answer;
import dev.holdfast.authorization.core.attempt.Kind;
import dev.holdfast.authorization.gateway.CardPoll;
import dev.holdfast.authorization.gateway.Circuits;
import dev.holdfast.testkit.SimulatedStripe;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two thousand drivers wait at an account with Stripe's limits of the live mode. */
@QuarkusTest
class StripeManyDriversIT extends AtStripe {
  private static final int DRIVERS = 2_000;
  private static final int CAPTURES = 40;
  private static final Duration WINDOW = Duration.ofSeconds(10);

  @Inject StripeCalls calls;
  @Inject StripeCurrencies currencies;
  @Inject Circuits circuits;
  @Inject Vertx vertx;
  @Inject Clock clock;

  @AfterEach
  void unlimited() {
    stripe.limit(10_000, 10_000);
  }

  @Test
  void noCaptureStarvesAndNewsAreHeardAtOnce() {
    var settings =
        GivenSettings.of(
            Map.of(
                "holdfast.stripe.url",
                stripe.url().toString(),
                "holdfast.stripe.secret-key",
                SimulatedStripe.TEST_KEY,
                "holdfast.stripe.requests-per-second",
                "100"));
    var account = new StripeAccount(settings, () -> Duration.ofSeconds(10), circuits, vertx, clock);
    var doors = account.doors(Environment.ACCEPTANCE).orElseThrow();
    var waiters = new Waiters();
    var awaited = new AwaitedIntents(waiters, settings, clock);
    var cards =
        new StripeCards(new FindIntent(currencies, awaited, clock), awaited, waiters, clock);
    var taps = IntStream.range(0, DRIVERS).mapToObj(_ -> armed(awaited)).toList();
    var held = IntStream.range(0, CAPTURES).mapToObj(_ -> held(StripeCard.APPROVED)).toList();
    stripe.limit(25, 100);
    var before = stripe.calls("INTENT");

    var waiting =
        taps.stream()
            .map(tap -> cards.await(doors, tap, WINDOW).subscribeAsCompletionStage())
            .toList();
    var captured = new ArrayList<CompletableFuture<Answer>>();
    for (var hold : held) {
      captured.add(
          calls
              .send(doors.api(), hold.next(Kind.CAPTURE, "EUR 23.40"))
              .subscribeAsCompletionStage());
    }
    var first = taps.getFirst();
    stripe.present(first.reader().serial(), StripeCard.APPROVED, null);
    waiters.wake(awaited.of(first).orElseThrow());

    captured.forEach(answer -> assertMoved("EUR 23.40", answer.join()));
    assertThat(waiting.getFirst().join()).isEqualTo(new CardPoll.Seen(new Card("visa", "4242")));
    assertThat(waiting.stream().skip(1).map(CompletableFuture::join))
        .containsOnly(new CardPoll.NotYet());
    for (var endpoint : List.of("INTENT", "CAPTURE", "READER")) {
      assertThat(stripe.refused(endpoint)).as(endpoint).isZero();
    }
    assertThat(stripe.calls("INTENT") - before).isLessThan(DRIVERS);
  }

  /** A tap whose intent is on its reader; made at the simulator, as 2,000 would take minutes. */
  private Tap armed(AwaitedIntents awaited) {
    var tap =
        GatewayCalls.tap(
            "tmr_" + java.util.UUID.randomUUID().toString().replace("-", ""),
            "EUR 50.00",
            Instant.now());
    stripe.hasReader(tap.reader().serial());
    var intent = stripe.made(tap.reference().toString());
    stripe.elsewhere(
        "terminal/readers/%s/process_payment_intent".formatted(tap.reader().serial()),
        "payment_intent=" + intent);
    awaited.found(tap, intent);
    return tap;
  }
}
