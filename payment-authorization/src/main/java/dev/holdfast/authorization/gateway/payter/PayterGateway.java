package dev.holdfast.authorization.gateway.payter;

import dev.holdfast.authorization.core.Answer;
import dev.holdfast.authorization.core.Answer.Unknown;
import dev.holdfast.authorization.core.Environment;
import dev.holdfast.authorization.core.Tap;
import dev.holdfast.authorization.gateway.Arming;
import dev.holdfast.authorization.gateway.Circuit;
import dev.holdfast.authorization.gateway.Circuits;
import dev.holdfast.authorization.gateway.Disarming;
import dev.holdfast.authorization.gateway.Gateway;
import dev.holdfast.authorization.gateway.Movement;
import dev.holdfast.authorization.gateway.Reading;
import dev.holdfast.delivery.CardNumbers;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Payter's cloud payment service, as its public integrations speak it; not certified by Payter.
 * What is assumed stands with the classes that rest on it.
 */
@ApplicationScoped
class PayterGateway implements Gateway {
  private static final Logger LOG = Logger.getLogger(PayterGateway.class);
  static final String VENDOR = "PAYTER";

  private static final String NO_CLOUD = "No Payter cloud is configured for this environment";

  private final PayterClouds clouds;
  private final PayterTerminals terminals;
  private final PayterMovements movements;
  private final Circuit circuit;

  PayterGateway(
      PayterClouds clouds,
      PayterTerminals terminals,
      PayterMovements movements,
      Circuits circuits) {
    this.clouds = clouds;
    this.terminals = terminals;
    this.movements = movements;
    this.circuit = circuits.of(VENDOR);
  }

  @Override
  public String vendor() {
    return VENDOR;
  }

  @Override
  public boolean isOffered(Environment environment) {
    return clouds.of(environment).isPresent();
  }

  @Override
  public Uni<Arming> arm(Tap tap) {
    return at(tap, cloud -> terminals.arm(cloud, tap), Arming.Unsure::new);
  }

  @Override
  public Uni<Arming> armAgain(Tap tap) {
    return at(tap, cloud -> terminals.armAgain(cloud, tap), Arming.Unsure::new);
  }

  @Override
  public Uni<Reading> awaitCard(Tap tap, Duration wait) {
    return at(tap, cloud -> terminals.awaitCard(cloud, tap, wait), Reading.Unsure::new);
  }

  /** Best effort: a card that is still read moves no money, and the next payment clears it. */
  @Override
  public Uni<Disarming> disarm(Tap tap) {
    return at(
        tap,
        cloud -> terminals.disarm(cloud, tap).map(_ -> new Disarming.Disarmed()),
        _ -> new Disarming.Disarmed());
  }

  @Override
  public Uni<Answer> send(Movement movement) {
    return at(movement.tap(), cloud -> movements.send(cloud, movement), Unknown::new);
  }

  @Override
  public Uni<Answer> lookUp(Movement movement) {
    return at(movement.tap(), cloud -> movements.lookUp(cloud, movement), Unknown::new);
  }

  /** No call fails: whatever goes wrong on the way is not certain, and said as such. */
  private <T> Uni<T> at(
      Tap tap, Function<PayterCloud, Uni<T>> call, Function<String, T> notCertain) {
    Optional<PayterCloud> cloud = clouds.of(tap.environment());
    if (cloud.isEmpty()) {
      return Uni.createFrom().item(notCertain.apply(NO_CLOUD));
    }
    return Uni.createFrom()
        .deferred(() -> call.apply(cloud.get()))
        .onFailure()
        .invoke(circuit::failed)
        .onFailure()
        .invoke(failure -> LOG.warnf("Payter, %s: %s", tap.reference(), masked(failure)))
        .onFailure()
        .recoverWithItem(failure -> notCertain.apply(masked(failure)));
  }

  /** Without what an address carries after its path: that is the secret of a callback. */
  private static String masked(Throwable failure) {
    var text = String.valueOf(failure.getMessage()).replaceAll("\\?\\S+", "?***");
    return CardNumbers.masked(text);
  }
}
