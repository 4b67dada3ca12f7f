package dev.holdfast.authorization;

import dev.holdfast.authorization.core.Tap;
import io.quarkus.vertx.ConsumeEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Does each piece of claimed work on a context of its own, as the database session asks: the event
 * bus gives it one. Its messages stay in this process.
 */
@ApplicationScoped
class DoClaimed {
  private static final Logger LOG = Logger.getLogger(DoClaimed.class);
  static final String MOVE_MONEY = "move-money";
  static final String BEGIN_TO_READ = "read-card";
  static final String READ_CARD = "read-card-again";
  static final String CARD_MAY_BE_READ = "card-may-be-read";

  private final ReadCard readCard;
  private final MoveMoney moveMoney;
  private final Lanes lanes;
  private final DoWhatIsDue due;

  DoClaimed(ReadCard readCard, MoveMoney moveMoney, Lanes lanes, DoWhatIsDue due) {
    this.readCard = readCard;
    this.moveMoney = moveMoney;
    this.lanes = lanes;
    this.due = due;
  }

  @ConsumeEvent(MOVE_MONEY)
  Uni<Void> moveMoney(Claimed claimed) {
    var vendor = claimed.state().tap().reader().vendor();
    return moveMoney.carryOut(claimed).eventually(() -> end(lanes.money(vendor)));
  }

  /** Claimed with the row, for a driver who has come to this instance. */
  @ConsumeEvent(BEGIN_TO_READ)
  Uni<Void> beginToRead(Tap tap) {
    return readCard
        .begin(tap)
        .onFailure()
        .invoke(failure -> LOG.warnf("%s is taken up again later: %s", tap.reference(), failure))
        .eventually(() -> end(lanes.drivers()));
  }

  @ConsumeEvent(READ_CARD)
  Uni<Void> readCard(Claimed claimed) {
    return readCard.resume(claimed.state().tap()).eventually(() -> end(lanes.cards()));
  }

  /** Not claimed: whoever reads the card first has it, and the others find it read. */
  @ConsumeEvent(CARD_MAY_BE_READ)
  Uni<Void> readCardNow(Tap tap) {
    return readCard.now(tap);
  }

  private void end(Lane lane) {
    if (lane.end()) {
      due.wake();
    }
  }
}
