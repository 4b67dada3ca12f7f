package dev.holdfast.authorization;

import dev.holdfast.authorization.Decide.Order;
import dev.holdfast.authorization.Decide.Result;
import dev.holdfast.authorization.core.Command;
import dev.holdfast.authorization.core.Command.Disarmed;
import dev.holdfast.authorization.core.Decision;
import dev.holdfast.authorization.core.Tap;
import dev.holdfast.authorization.core.Work;
import dev.holdfast.authorization.due.Claim;
import dev.holdfast.authorization.due.Claims;
import dev.holdfast.authorization.due.Leases;
import dev.holdfast.authorization.gateway.Disarming;
import dev.holdfast.authorization.gateway.Gateways;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Gives a payment up that has no card yet. That is written first, so that a card that is read from
 * then on is nobody's; then the terminal is told, until that is certain.
 */
@ApplicationScoped
class GiveUp {
  private static final Logger LOG = Logger.getLogger(GiveUp.class);

  /** When the gateway gives no certain answer: told again after this. */
  private static final Duration TROUBLE = Duration.ofSeconds(5);

  private final Gateways gateways;
  private final Decide decide;
  private final MoveMoney moveMoney;
  private final Claims claims;
  private final Leases leases;

  GiveUp(Gateways gateways, Decide decide, MoveMoney moveMoney, Claims claims, Leases leases) {
    this.gateways = gateways;
    this.decide = decide;
    this.moveMoney = moveMoney;
    this.claims = claims;
    this.leases = leases;
  }

  /** For that reason; what else the command asks for in another state is done, too. */
  Uni<Decision> because(Tap tap, Command why) {
    return decide.andClaim(new Order(tap.reference(), why)).call(this::goOn).map(Result::decision);
  }

  private Uni<Void> goOn(Result result) {
    return result.claim().filter(claim -> claim.work() == Work.DISARM).isPresent()
        ? carryOut(result.claim().orElseThrow())
        : moveMoney.goOn(result);
  }

  /** Tells the terminal. Where too little is left of the lease it is left to whoever is next. */
  Uni<Void> carryOut(Claim claim) {
    var tap = claim.state().tap();
    if (leases.isTooLate(claim)) {
      LOG.warnf("%s: held up for too long to tell its terminal now", tap.reference());
      return Uni.createFrom().voidItem();
    }
    return gateways
        .of(tap)
        .disarm(tap)
        .chain(disarming ->
            switch (disarming) {
              case Disarming.Disarmed() -> done(tap);
              case Disarming.Unsure _ -> claims.giveBack(tap.reference(), TROUBLE);
            });
  }

  private Uni<Void> done(Tap tap) {
    return decide.one(new Order(tap.reference(), new Disarmed())).replaceWithVoid();
  }
}
