package dev.holdfast.authorization;

import dev.holdfast.authorization.core.Authorization;
import dev.holdfast.authorization.core.Authorization.AwaitingCard;
import dev.holdfast.authorization.gateway.Gateways;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.vertx.ConsumeEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.eventbus.EventBus;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.IntFunction;
import org.jboss.logging.Logger;

/**
 * Finds what is due and starts it: at once after a commit that asks for it, and on a timer for what
 * a stopped instance left behind.
 */
@ApplicationScoped
public class DoWhatIsDue {
  private static final Logger LOG = Logger.getLogger(DoWhatIsDue.class);
  private static final String LOOK = "look-for-due-work";

  private final Claims claims;
  private final ExpireHolds expireHolds;
  private final EventBus bus;
  private final Gateways gateways;
  private final Lanes lanes;

  DoWhatIsDue(
      Claims claims, ExpireHolds expireHolds, EventBus bus, Gateways gateways, Lanes lanes) {
    this.claims = claims;
    this.expireHolds = expireHolds;
    this.bus = bus;
    this.gateways = gateways;
    this.lanes = lanes;
  }

  /** There may be something to do: look now. */
  public void wake() {
    bus.send(LOOK, "");
  }

  /** There is news of this payment: read its card, if one is awaited, and look for what is due. */
  void lookAt(Authorization state) {
    if (state instanceof AwaitingCard awaiting) {
      bus.send(DoClaimed.CARD_MAY_BE_READ, awaiting.tap());
    }
    wake();
  }

  @Scheduled(
      every = "${holdfast.authorization.sweep:1s}",
      concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> onTimer() {
    return quietly(
        expireHolds
            .due()
            .chain(() -> fill(lanes.cards(), claims::cards, DoClaimed.READ_CARD))
            .chain(this::fillMoney));
  }

  @ConsumeEvent(LOOK)
  Uni<Void> onWake(String nothing) {
    return quietly(fillMoney());
  }

  /** One vendor after the other: this is one context. */
  private Uni<Void> fillMoney() {
    return Multi.createFrom()
        .iterable(gateways.vendors())
        .onItem()
        .transformToUniAndConcatenate(vendor ->
            fill(lanes.money(vendor), free -> claims.calls(vendor, free), DoClaimed.MOVE_MONEY))
        .toUni();
  }

  /** What is due stays due: the next look finds it. */
  private static Uni<Void> quietly(Uni<Void> look) {
    return look.onFailure()
        .invoke(failure -> LOG.warnf("Due work cannot be looked for: %s", failure))
        .onFailure()
        .recoverWithNull();
  }

  private Uni<Void> fill(Lane lane, IntFunction<Uni<List<Claimed>>> take, String address) {
    int free = lane.takeFree();
    if (free == 0) {
      return Uni.createFrom().voidItem();
    }
    return take.apply(free)
        .onFailure()
        .invoke(() -> lane.keep(0, free))
        .invoke(claimed -> keep(lane, claimed.size(), free))
        .invoke(claimed -> claimed.forEach(each -> bus.send(address, each)))
        .replaceWithVoid();
  }

  private void keep(Lane lane, int needed, int free) {
    if (lane.keep(needed, free)) {
      wake();
    }
  }
}
