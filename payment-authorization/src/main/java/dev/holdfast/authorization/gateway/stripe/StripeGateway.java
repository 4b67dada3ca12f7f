package dev.holdfast.authorization.gateway.stripe;

import dev.holdfast.authorization.core.Answer;
import dev.holdfast.authorization.core.Answer.Unknown;
import dev.holdfast.authorization.core.Environment;
import dev.holdfast.authorization.core.Tap;
import dev.holdfast.authorization.gateway.Arming;
import dev.holdfast.authorization.gateway.Disarming;
import dev.holdfast.authorization.gateway.Gateway;
import dev.holdfast.authorization.gateway.GatewaySettings;
import dev.holdfast.authorization.gateway.Movement;
import dev.holdfast.authorization.gateway.Reading;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Stripe Terminal with readers that are driven from the server, as Stripe documents it; not
 * certified by Stripe. A reader asks the bank for the hold while the card is presented, so the hold
 * begins when the payment is handed to the reader; {@link IntentFate} tells whether it is kept.
 * Assumed: an intent that was seen cancelled never holds anything again.
 */
@ApplicationScoped
class StripeGateway implements Gateway {
  private static final Logger LOG = Logger.getLogger(StripeGateway.class);
  static final String VENDOR = "STRIPE";

  private static final String NO_KEY = "No Stripe key is configured for this environment";

  private final StripeAccount account;
  private final StripeReaders readers;
  private final StripeCards cards;
  private final StripeMovements movements;
  private final Duration timeout;

  StripeGateway(
      StripeAccount account,
      StripeReaders readers,
      StripeCards cards,
      StripeMovements movements,
      GatewaySettings gateways) {
    this.account = account;
    this.readers = readers;
    this.cards = cards;
    this.movements = movements;
    this.timeout = gateways.timeout();
  }

  @Override
  public String vendor() {
    return VENDOR;
  }

  @Override
  public boolean isOffered(Environment environment) {
    return account.of(environment).isPresent();
  }

  @Override
  public Uni<Arming> arm(Tap tap) {
    return at(tap, timeout.multipliedBy(3), api -> readers.arm(api, tap), Arming.Unsure::new);
  }

  @Override
  public Uni<Arming> armAgain(Tap tap) {
    return at(tap, timeout.multipliedBy(3), api -> readers.armAgain(api, tap), Arming.Unsure::new);
  }

  @Override
  public Uni<Reading> awaitCard(Tap tap, Duration wait) {
    return at(tap, wait.plus(timeout), api -> cards.await(api, tap, wait), Reading.Unsure::new);
  }

  @Override
  public Uni<Disarming> disarm(Tap tap) {
    return at(tap, timeout, api -> readers.disarm(api, tap), Disarming.Unsure::new);
  }

  @Override
  public Uni<Answer> send(Movement movement) {
    return at(
        movement.tap(),
        timeout.multipliedBy(2),
        api -> movements.send(api, movement),
        Unknown::new);
  }

  @Override
  public Uni<Answer> lookUp(Movement movement) {
    return at(
        movement.tap(),
        timeout.multipliedBy(2),
        api -> movements.lookUp(api, movement),
        Unknown::new);
  }

  /**
   * No call fails, and none goes on after its time: then somebody else may be at this payment.
   * Whatever goes wrong on the way is not certain, and said as such.
   */
  private <T> Uni<T> at(
      Tap tap, Duration most, Function<StripeApi, Uni<T>> call, Function<String, T> notCertain) {
    var api = account.of(tap.environment());
    if (api.isEmpty()) {
      return Uni.createFrom().item(notCertain.apply(NO_KEY));
    }
    return OnCallersContext.goOn(
        Uni.createFrom()
            .deferred(() -> call.apply(api.get()))
            .ifNoItem()
            .after(most)
            .failWith(() -> new TimeoutException("No answer within " + most))
            .onFailure()
            .invoke(account::failed)
            .onFailure()
            .invoke(failure -> LOG.warnf("Stripe, %s: %s", tap.reference(), masked(failure)))
            .onFailure()
            .recoverWithItem(failure -> notCertain.apply(masked(failure))));
  }

  private static String masked(Throwable failure) {
    return Reply.masked(String.valueOf(failure.getMessage()));
  }
}
