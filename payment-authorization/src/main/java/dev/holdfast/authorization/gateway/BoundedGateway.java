package dev.holdfast.authorization.gateway;

import dev.holdfast.authorization.core.Environment;
import dev.holdfast.authorization.core.Tap;
import dev.holdfast.authorization.core.attempt.Answer;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Any gateway, kept to what {@link Gateway} promises: each call ends in time, body included, and
 * none fails. What was not answered by then is not certain; its request is given up and its
 * connection closed, as somebody else may be at this payment afterwards.
 */
final class BoundedGateway implements Gateway {
  private static final Logger LOG = Logger.getLogger(BoundedGateway.class);

  private final Gateway gateway;
  private final Duration timeout;
  private final Circuit circuit;

  BoundedGateway(Gateway gateway, Duration timeout, Circuit circuit) {
    this.gateway = gateway;
    this.timeout = timeout;
    this.circuit = circuit;
  }

  @Override
  public String vendor() {
    return gateway.vendor();
  }

  @Override
  public boolean isOffered(Environment environment) {
    return gateway.isOffered(environment);
  }

  @Override
  public Uni<Arming> arm(Tap tap) {
    return bounded(tap, timeout.multipliedBy(3), () -> gateway.arm(tap), Arming.Unsure::new);
  }

  @Override
  public Uni<Arming> armAgain(Tap tap) {
    return bounded(tap, timeout.multipliedBy(3), () -> gateway.armAgain(tap), Arming.Unsure::new);
  }

  @Override
  public Uni<CardPoll> awaitCard(Tap tap, Duration wait) {
    return bounded(
        tap, wait.plus(timeout), () -> gateway.awaitCard(tap, wait), CardPoll.Unsure::new);
  }

  @Override
  public Uni<Disarming> disarm(Tap tap) {
    return bounded(tap, timeout, () -> gateway.disarm(tap), gateway::notDisarmed);
  }

  @Override
  public Disarming notDisarmed(String why) {
    return gateway.notDisarmed(why);
  }

  @Override
  public Uni<Answer> send(GatewayCall call) {
    return bounded(
        call.tap(), timeout.multipliedBy(2), () -> gateway.send(call), Answer.Unknown::new);
  }

  @Override
  public Uni<Answer> lookUp(GatewayCall call) {
    return bounded(
        call.tap(), timeout.multipliedBy(2), () -> gateway.lookUp(call), Answer.Unknown::new);
  }

  private <T> Uni<T> bounded(
      Tap tap, Duration most, Supplier<Uni<T>> call, Function<String, T> notCertain) {
    if (!gateway.isOffered(tap.environment())) {
      return Uni.createFrom().item(notCertain.apply(vendor() + " is not set up here"));
    }
    // The timer fires on a thread of its own: what follows belongs on the caller's context.
    return OnCallersContext.goOn(
        Uni.createFrom()
            .deferred(call::get)
            .ifNoItem()
            .after(most)
            .failWith(() -> new TimeoutException())
            .onFailure()
            .invoke(circuit::failed)
            .onFailure()
            .recoverWithItem(failure -> notCertain.apply(told(tap, most, failure))));
  }

  private String told(Tap tap, Duration most, Throwable failure) {
    var why =
        failure instanceof TimeoutException
            ? "No answer within %d ms".formatted(most.toMillis())
            : Secrets.masked(String.valueOf(failure.getMessage()));
    LOG.warnf("%s, %s: %s", vendor(), tap.reference(), why);
    return why;
  }
}
