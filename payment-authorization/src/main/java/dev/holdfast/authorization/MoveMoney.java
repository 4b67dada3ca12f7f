package dev.holdfast.authorization;

import dev.holdfast.authorization.Decide.Order;
import dev.holdfast.authorization.core.Command.Answered;
import dev.holdfast.authorization.core.attempt.Answer;
import dev.holdfast.authorization.due.Claim;
import dev.holdfast.authorization.due.Leases;
import dev.holdfast.authorization.gateway.GatewayCall;
import dev.holdfast.authorization.gateway.Gateways;
import dev.holdfast.delivery.UnderWay;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Makes a call that was claimed, outside of any transaction, writes its answer, and goes on with
 * the next rung if that is what the answer asks for.
 */
@ApplicationScoped
class MoveMoney {
  private static final Logger LOG = Logger.getLogger(MoveMoney.class);

  private final Gateways gateways;
  private final Decide decide;
  private final Leases leases;
  private final UnderWay underWay;

  MoveMoney(Gateways gateways, Decide decide, Leases leases, UnderWay underWay) {
    this.gateways = gateways;
    this.decide = decide;
    this.leases = leases;
    this.underWay = underWay;
  }

  /**
   * Makes the call. Where too little is left of its lease it is left alone: whoever takes the work
   * when that has run out asks what became of it.
   */
  Uni<Void> carryOut(Claim claim) {
    var call = GatewayCall.of(claim.state());
    if (leases.isTooLate(claim)) {
      LOG.warnf("%s: held up for too long to call its gateway now", call.tap().reference());
      return Uni.createFrom().voidItem();
    }
    return underWay
        .watch("call that moves money", () -> callAndWrite(claim, call))
        .chain(this::goOn);
  }

  private Uni<Optional<Claim>> callAndWrite(Claim claim, GatewayCall call) {
    return ask(claim, call).map(answer -> order(call, answer)).chain(decide::andClaim);
  }

  private Uni<Answer> ask(Claim claim, GatewayCall call) {
    var gateway = gateways.of(call.tap());
    return switch (claim.work()) {
      case SEND -> gateway.send(call);
      case LOOK_UP -> gateway.lookUp(call);
      case READ_CARD, LAPSE ->
          throw new IllegalArgumentException(claim.work() + " does not move money");
    };
  }

  private static Order order(GatewayCall call, Answer answer) {
    var command = new Answered(call.attempt().number(), answer);
    return new Order(call.tap().reference(), command);
  }

  Uni<Void> goOn(Optional<Claim> next) {
    return next.map(this::carryOut).orElseGet(() -> Uni.createFrom().voidItem());
  }
}
