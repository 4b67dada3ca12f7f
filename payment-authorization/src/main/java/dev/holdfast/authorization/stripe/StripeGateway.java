package dev.holdfast.authorization.stripe;

import dev.holdfast.authorization.core.Environment;
import dev.holdfast.authorization.core.Tap;
import dev.holdfast.authorization.core.attempt.Answer;
import dev.holdfast.authorization.gateway.Arming;
import dev.holdfast.authorization.gateway.CardPoll;
import dev.holdfast.authorization.gateway.Disarming;
import dev.holdfast.authorization.gateway.Gateway;
import dev.holdfast.authorization.gateway.GatewayCall;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

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
    return readers.arm(api(tap), tap);
  }

  @Override
  public Uni<Arming> armAgain(Tap tap) {
    return readers.armAgain(api(tap), tap);
  }

  @Override
  public Uni<CardPoll> awaitCard(Tap tap, Duration wait) {
    return cards.await(api(tap), tap, wait);
  }

  @Override
  public Uni<Disarming> disarm(Tap tap) {
    return readers.disarm(api(tap), tap);
  }

  @Override
  public Disarming notDisarmed(String why) {
    return new Disarming.Unsure(why);
  }

  @Override
  public Uni<Answer> send(GatewayCall call) {
    return calls.send(api(call.tap()), call);
  }

  @Override
  public Uni<Answer> lookUp(GatewayCall call) {
    return calls.lookUp(api(call.tap()), call);
  }

  private StripeApi api(Tap tap) {
    return account.of(tap.environment()).orElseThrow();
  }
}
