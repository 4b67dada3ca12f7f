package dev.holdfast.authorization.payter;

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
 * Payter's cloud payment service, as its public integrations speak it; not certified by Payter.
 * What is assumed stands with the classes that rest on it.
 */
@ApplicationScoped
class PayterGateway implements Gateway {
  private final PayterClouds clouds;
  private final PayterTerminals terminals;
  private final PayterCalls calls;

  PayterGateway(PayterClouds clouds, PayterTerminals terminals, PayterCalls calls) {
    this.clouds = clouds;
    this.terminals = terminals;
    this.calls = calls;
  }

  @Override
  public String vendor() {
    return PayterClouds.VENDOR;
  }

  @Override
  public boolean isOffered(Environment environment) {
    return clouds.of(environment).isPresent();
  }

  @Override
  public Uni<Arming> arm(Tap tap) {
    return terminals.arm(cloud(tap), tap);
  }

  @Override
  public Uni<Arming> armAgain(Tap tap) {
    return terminals.armAgain(cloud(tap), tap);
  }

  @Override
  public Uni<CardPoll> awaitCard(Tap tap, Duration wait) {
    return terminals.awaitCard(cloud(tap), tap, wait);
  }

  @Override
  public Uni<Disarming> disarm(Tap tap) {
    return terminals.disarm(cloud(tap), tap).map(_ -> new Disarming.Disarmed());
  }

  /** Best effort: a card that is still read moves no money, and the next payment clears it. */
  @Override
  public Disarming notDisarmed(String why) {
    return new Disarming.Disarmed();
  }

  @Override
  public Uni<Answer> send(GatewayCall call) {
    return calls.send(cloud(call.tap()), call);
  }

  @Override
  public Uni<Answer> lookUp(GatewayCall call) {
    return calls.lookUp(cloud(call.tap()), call);
  }

  private PayterCloud cloud(Tap tap) {
    return clouds.of(tap.environment()).orElseThrow();
  }
}
