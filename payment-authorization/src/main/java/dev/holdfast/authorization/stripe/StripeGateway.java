package dev.holdfast.authorization.stripe;

import dev.holdfast.authorization.core.Environment;
import dev.holdfast.authorization.core.Tap;
import dev.holdfast.authorization.core.attempt.Answer;
import dev.holdfast.authorization.gateway.Arming;
import dev.holdfast.authorization.gateway.CardPoll;
import dev.holdfast.authorization.gateway.Disarming;
import dev.holdfast.authorization.gateway.Gateway;
import dev.holdfast.authorization.gateway.GatewayCall;
import dev.holdfast.authorization.stripe.KeepsBudget.NotSent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Function;

/**
 * Stripe Terminal with readers that are driven from the server, as Stripe documents it; not
 * certified by Stripe. A reader asks the bank for the hold while the card is presented, so the hold
 * begins when the payment is handed to the reader; {@link IntentFate} tells whether it is kept.
 * Assumed: an intent that was seen cancelled never holds anything again.
 */
@ApplicationScoped
class StripeGateway implements Gateway {
  private final StripeAccount account;
  private final StripeReaders readers;
  private final StripeCards cards;
  private final StripeCalls calls;

  StripeGateway(
      StripeAccount account, StripeReaders readers, StripeCards cards, StripeCalls calls) {
    this.account = account;
    this.readers = readers;
    this.cards = cards;
    this.calls = calls;
  }

  @Override
  public String vendor() {
    return StripeAccount.VENDOR;
  }

  @Override
  public boolean isOffered(Environment environment) {
    return account.of(environment).isPresent();
  }

  @Override
  public Uni<Arming> arm(Tap tap) {
    return sent(readers.arm(api(tap), tap), Arming.Unsure::new);
  }

  @Override
  public Uni<Arming> armAgain(Tap tap) {
    return sent(readers.armAgain(api(tap), tap), Arming.Unsure::new);
  }

  @Override
  public Uni<CardPoll> awaitCard(Tap tap, Duration wait) {
    return sent(
        cards.await(account.doors(tap.environment()).orElseThrow(), tap, wait),
        CardPoll.Unsure::new);
  }

  @Override
  public Uni<Disarming> disarm(Tap tap) {
    return sent(readers.disarm(api(tap), tap), Disarming.Unsure::new);
  }

  @Override
  public Disarming notDisarmed(String why) {
    return new Disarming.Unsure(why);
  }

  @Override
  public Uni<Answer> send(GatewayCall call) {
    return sent(calls.send(api(call.tap()), call), Answer.Unknown::new);
  }

  @Override
  public Uni<Answer> lookUp(GatewayCall call) {
    return sent(calls.lookUp(api(call.tap()), call), Answer.Unknown::new);
  }

  /** What the budget kept from being sent is no fault of Stripe's. */
  private static <T> Uni<T> sent(Uni<T> call, Function<String, T> notCertain) {
    return call.onFailure(NotSent::isCauseOf)
        .recoverWithItem(() -> notCertain.apply("The budget of requests to Stripe is spent"));
  }

  private StripeApi api(Tap tap) {
    return account.of(tap.environment()).orElseThrow();
  }
}
