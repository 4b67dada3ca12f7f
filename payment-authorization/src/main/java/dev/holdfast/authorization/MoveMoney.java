package dev.holdfast.authorization;

import dev.holdfast.authorization.core.Answer;
import dev.holdfast.authorization.core.Command.Answered;
import dev.holdfast.authorization.gateway.Gateways;
import dev.holdfast.authorization.gateway.Movement;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Makes a call that was claimed, outside of any transaction, writes its answer, and goes on with
 * the next rung if that is what the answer asks for.
 */
@ApplicationScoped
class MoveMoney {
  private final Gateways gateways;
  private final Decide decide;

  MoveMoney(Gateways gateways, Decide decide) {
    this.gateways = gateways;
    this.decide = decide;
  }

  Uni<Void> carryOut(Claimed claimed) {
    var movement = Movement.of(claimed.state());
    return ask(claimed, movement)
        .map(answer -> order(movement, answer))
        .chain(decide::andClaim)
        .chain(this::goOn);
  }

  private Uni<Answer> ask(Claimed claimed, Movement movement) {
    var gateway = gateways.of(movement.tap());
    return switch (claimed.work()) {
      case SEND -> gateway.send(movement);
      case LOOK_UP -> gateway.lookUp(movement);
      case READ_CARD, LAPSE ->
          throw new IllegalArgumentException(claimed.work() + " does not move money");
    };
  }

  private static Order order(Movement movement, Answer answer) {
    var command = new Answered(movement.attempt().number(), answer);
    return new Order(movement.tap().reference(), command);
  }

  Uni<Void> goOn(Optional<Claimed> next) {
    return next.map(this::carryOut).orElseGet(() -> Uni.createFrom().voidItem());
  }
}
