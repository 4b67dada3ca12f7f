package dev.holdfast.authorization;

import dev.holdfast.authorization.core.Tap;
import dev.holdfast.authorization.due.Claim;
import dev.holdfast.authorization.due.Worker;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Gives each piece of due work to the verb that does it. */
@ApplicationScoped
class DoDueWork implements Worker {
  private final ReadCard readCard;
  private final MoveMoney moveMoney;
  private final GiveUp giveUp;

  DoDueWork(ReadCard readCard, MoveMoney moveMoney, GiveUp giveUp) {
    this.readCard = readCard;
    this.moveMoney = moveMoney;
    this.giveUp = giveUp;
  }

  @Override
  public Uni<Void> carryOut(Claim claim) {
    return switch (claim.work()) {
      case SEND, LOOK_UP -> moveMoney.carryOut(claim);
      case DISARM -> giveUp.carryOut(claim);
      case READ_CARD -> readCard.resume(claim.state().tap());
      case LAPSE -> throw new IllegalArgumentException("Many lapse at once: none is claimed");
    };
  }

  @Override
  public Uni<Void> begin(Tap tap) {
    return readCard.begin(tap);
  }

  @Override
  public Uni<Void> lookAt(Tap tap) {
    return readCard.now(tap);
  }
}
