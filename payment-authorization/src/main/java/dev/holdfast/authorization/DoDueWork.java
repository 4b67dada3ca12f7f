package dev.holdfast.authorization;

import dev.holdfast.authorization.core.Tap;
import dev.holdfast.authorization.core.Work;
import dev.holdfast.authorization.due.Claim;
import dev.holdfast.authorization.due.Dispatch;
import io.quarkus.vertx.ConsumeEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Does each piece of work that {@link Dispatch} hands out. */
@ApplicationScoped
class DoDueWork {
  private static final Logger LOG = Logger.getLogger(DoDueWork.class);

  private final ReadCard readCard;
  private final MoveMoney moveMoney;
  private final GiveUp giveUp;
  private final Dispatch dispatch;

  DoDueWork(ReadCard readCard, MoveMoney moveMoney, GiveUp giveUp, Dispatch dispatch) {
    this.readCard = readCard;
    this.moveMoney = moveMoney;
    this.giveUp = giveUp;
    this.dispatch = dispatch;
  }

  @ConsumeEvent(Dispatch.MOVE_MONEY)
  Uni<Void> moveMoney(Claim claim) {
    var vendor = claim.state().tap().reader().vendor();
    var done = claim.work() == Work.DISARM ? giveUp.carryOut(claim) : moveMoney.carryOut(claim);
    return done.eventually(() -> dispatch.endCall(vendor));
  }

  /** Claimed with the row, for a driver who has come to this instance. */
  @ConsumeEvent(Dispatch.BEGIN_TO_READ)
  Uni<Void> beginToRead(Tap tap) {
    return readCard
        .begin(tap)
        .onFailure()
        .invoke(failure -> LOG.warnf("%s is taken up again later: %s", tap.reference(), failure))
        .eventually(dispatch::endDriver);
  }

  @ConsumeEvent(Dispatch.READ_CARD)
  Uni<Void> readCard(Claim claim) {
    return readCard.resume(claim.state().tap()).eventually(dispatch::endCard);
  }

  /** Not claimed: whoever reads the card first has it, and the others find it read. */
  @ConsumeEvent(Dispatch.CARD_MAY_BE_READ)
  Uni<Void> readCardNow(Tap tap) {
    return readCard.now(tap);
  }
}
