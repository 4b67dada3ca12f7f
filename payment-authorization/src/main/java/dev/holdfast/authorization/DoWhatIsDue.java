package dev.holdfast.authorization;

import dev.holdfast.authorization.core.Work;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.vertx.ConsumeEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.eventbus.EventBus;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Finds what is due and starts it: at once after a commit that asks for it, and on a timer for what
 * a stopped instance left behind. The event bus gives each piece of work a context of its own, as
 * the database session asks; its messages stay in this process.
 */
@ApplicationScoped
public class DoWhatIsDue {
  private static final Logger LOG = Logger.getLogger(DoWhatIsDue.class);
  private static final String LOOK = "look-for-due-work";
  private static final String MOVE_MONEY = "move-money";
  private static final String READ_CARD = "read-card-again";

  private final Claims claims;
  private final ExpireHolds expireHolds;
  private final ReadCard readCard;
  private final MoveMoney moveMoney;
  private final EventBus bus;
  private final Lane money;
  private final Lane cards;

  DoWhatIsDue(
      Claims claims,
      ExpireHolds expireHolds,
      ReadCard readCard,
      MoveMoney moveMoney,
      EventBus bus,
      Settings settings) {
    this.claims = claims;
    this.expireHolds = expireHolds;
    this.readCard = readCard;
    this.moveMoney = moveMoney;
    this.bus = bus;
    this.money = new Lane(Set.of(Work.SEND, Work.LOOK_UP), settings.calls());
    this.cards = new Lane(Set.of(Work.READ_CARD), settings.cardsTakenOver());
  }

  /** There may be something to do: look now. */
  public void wake() {
    bus.send(LOOK, "");
  }

  @Scheduled(
      every = "${holdfast.authorization.sweep:1s}",
      concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> onTimer() {
    return expireHolds
        .due()
        .chain(() -> fill(cards, READ_CARD))
        .chain(() -> fill(money, MOVE_MONEY))
        .onFailure()
        .invoke(failure -> LOG.warnf("Due work cannot be looked for: %s", failure))
        .onFailure()
        .recoverWithNull();
  }

  @ConsumeEvent(LOOK)
  Uni<Void> onWake(String nothing) {
    return fill(money, MOVE_MONEY);
  }

  @ConsumeEvent(MOVE_MONEY)
  Uni<Void> moveMoney(Claimed claimed) {
    return moveMoney.carryOut(claimed).eventually(() -> end(money));
  }

  @ConsumeEvent(READ_CARD)
  Uni<Void> readCard(Claimed claimed) {
    return readCard.resume(claimed.state().tap()).eventually(() -> end(cards));
  }

  private Uni<Void> fill(Lane lane, String address) {
    int free = lane.takeFree();
    if (free == 0) {
      return Uni.createFrom().voidItem();
    }
    return claims
        .take(lane.work(), free)
        .onFailure()
        .invoke(() -> lane.keep(0, free))
        .invoke(claimed -> lane.keep(claimed.size(), free))
        .invoke(claimed -> claimed.forEach(each -> bus.send(address, each)))
        .replaceWithVoid();
  }

  private void end(Lane lane) {
    if (lane.end()) {
      wake();
    }
  }
}
