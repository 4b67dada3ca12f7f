package dev.holdfast.authorization.stripe;

import dev.holdfast.authorization.core.Tap;
import dev.holdfast.authorization.core.attempt.Answer;
import dev.holdfast.authorization.core.attempt.Kind;
import dev.holdfast.authorization.gateway.Arming;
import dev.holdfast.authorization.gateway.Disarming;
import dev.holdfast.authorization.gateway.Gateway;
import dev.holdfast.authorization.gateway.GatewayCall;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A driver at a reader of the simulator, and what the adapter does for them, one call at a time.
 */
final class HeldAtStripe {
  final Tap tap;
  private final Gateway gateway;
  private final StripeDoors stripe;
  private Optional<String> hold = Optional.empty();
  private int attempts = 1;

  HeldAtStripe(Gateway gateway, StripeDoors stripe, Instant at, String money) {
    this(
        gateway,
        stripe,
        GatewayCalls.tap(
            "tmr_" + Long.toString(ThreadLocalRandom.current().nextLong(1L << 50, 1L << 60), 36),
            money,
            at));
  }

  private HeldAtStripe(Gateway gateway, StripeDoors stripe, Tap tap) {
    this.gateway = gateway;
    this.stripe = stripe;
    this.tap = tap;
    stripe.hasReader(tap.reader().serial());
  }

  /** Another one, at the same reader. */
  HeldAtStripe next(String money) {
    var reader = tap.reader().serial();
    return new HeldAtStripe(gateway, stripe, GatewayCalls.tap(reader, money, tap.at()));
  }

  HeldAtStripe holding(StripeCard card) {
    arm();
    present(card);
    gateway.awaitCard(tap, Duration.ofSeconds(2)).await().indefinitely();
    if (send(hold()) instanceof Answer.Approved approved) {
      hold = Optional.of(approved.gatewayReference());
      return this;
    }
    throw new AssertionError("Nothing was held: " + journal());
  }

  Arming arm() {
    return gateway.arm(tap).await().indefinitely();
  }

  Arming armAgain() {
    return gateway.armAgain(tap).await().indefinitely();
  }

  Disarming disarm() {
    return gateway.disarm(tap).await().indefinitely();
  }

  void present(StripeCard card) {
    stripe.present(tap.reader().serial(), card, Instant.ofEpochSecond(4_000_000_000L));
  }

  GatewayCall hold() {
    return GatewayCalls.of(tap, Optional.empty(), 1, Kind.AUTHORIZE, tap.requested().toString());
  }

  /** The next attempt, with a key of its own. */
  GatewayCall next(Kind kind, String money) {
    attempts++;
    return again(kind, money);
  }

  /** Another call under the key of the last attempt of that kind: never to be done. */
  GatewayCall again(Kind kind, String money) {
    return GatewayCalls.of(tap, hold, attempts, kind, money);
  }

  Answer send(GatewayCall call) {
    return gateway.send(call).await().indefinitely();
  }

  Answer lookUp(GatewayCall call) {
    return gateway.lookUp(call).await().indefinitely();
  }

  List<String> journal() {
    return stripe.journal(tap.reference().toString());
  }

  void cancelElsewhere() {
    stripe.elsewhere("payment_intents/" + id() + "/cancel", "");
  }

  void captureElsewhere(long units) {
    stripe.elsewhere("payment_intents/" + id() + "/capture", "amount_to_capture=" + units);
  }

  void refundElsewhere(long units) {
    stripe.elsewhere("refunds", "payment_intent=%s&amount=%d".formatted(id(), units));
  }

  void lapse() {
    stripe.lapse(id());
  }

  void pin(boolean right) {
    stripe.pin(tap.reader().serial(), right);
  }

  String id() {
    return stripe.intent(tap.reference().toString()).orElseThrow().path("id").asText();
  }

  String status() {
    return stripe.intent(tap.reference().toString()).orElseThrow().path("status").asText();
  }
}
