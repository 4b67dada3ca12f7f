package dev.holdfast.authorization;

import dev.holdfast.authorization.Decide.Order;
import dev.holdfast.authorization.Decide.Result;
import dev.holdfast.authorization.core.Authorization.Capturing;
import dev.holdfast.authorization.core.Command.Answered;
import dev.holdfast.authorization.core.Decision.Changed;
import dev.holdfast.authorization.core.attempt.Answer;
import dev.holdfast.authorization.due.Claim;
import dev.holdfast.authorization.due.Dispatch;
import dev.holdfast.authorization.due.Leases;
import dev.holdfast.authorization.gateway.GatewayCall;
import dev.holdfast.authorization.gateway.Gateways;
import dev.holdfast.delivery.UnderWay;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
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
  private final Dispatch dispatch;
  private final UnderWay underWay;

  MoveMoney(Gateways gateways, Decide decide, Leases leases, Dispatch dispatch, UnderWay underWay) {
    this.gateways = gateways;
    this.decide = decide;
    this.leases = leases;
    this.dispatch = dispatch;
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

  private Uni<Result> callAndWrite(Claim claim, GatewayCall call) {
    return ask(claim, call).map(answer -> order(call, answer)).chain(decide::andClaim);
  }

  private Uni<Answer> ask(Claim claim, GatewayCall call) {
    var gateway = gateways.of(call.tap());
    return switch (claim.work()) {
      case SEND -> gateway.send(call);
      case LOOK_UP -> gateway.lookUp(call);
      case READ_CARD, DISARM, LAPSE ->
          throw new IllegalArgumentException(claim.work() + " does not move money");
    };
  }

  private static Order order(GatewayCall call, Answer answer) {
    var command = new Answered(call.attempt().number(), answer);
    return new Order(call.tap().reference(), command);
  }

  Uni<Void> goOn(Result next) {
    if (next.decision() instanceof Changed(Capturing _, _)) {
      dispatch.wake();
    }
    return next.claim().map(this::carryOut).orElseGet(() -> Uni.createFrom().voidItem());
  }
}
