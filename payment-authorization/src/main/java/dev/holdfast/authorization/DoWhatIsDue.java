package dev.holdfast.authorization;

import dev.holdfast.authorization.core.Authorization;
import dev.holdfast.authorization.core.Authorization.AwaitingCard;
import dev.holdfast.authorization.core.Tap;
import dev.holdfast.authorization.gateway.Gateways;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.vertx.ConsumeEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.mutiny.core.eventbus.EventBus;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Finds what is due and starts it: at once after a commit that asks for it, and on a timer for what
 * a stopped instance left behind.
 */
@ApplicationScoped
public class DoWhatIsDue {
  private static final String LOOK = "look-for-due-work";

  private final Claims claims;
  private final EventBus bus;
  private final Gateways gateways;
  private final Lanes lanes;
  private final Sweep sweep;

  DoWhatIsDue(Claims claims, EventBus bus, Gateways gateways, Lanes lanes, Sweep sweep) {
    this.claims = claims;
    this.bus = bus;
    this.gateways = gateways;
    this.lanes = lanes;
    this.sweep = sweep;
  }

  /** Reads the card of a driver who has just come; ends, at the latest after this time. */
  Uni<Void> readCard(Tap tap, Duration longest) {
    lanes.drivers().enter();
    var options = new DeliveryOptions().setSendTimeout(longest.toMillis());
    return bus.request(DoClaimed.BEGIN_TO_READ, tap, options)
        .replaceWithVoid()
        .onFailure()
        .recoverWithNull()
        .memoize()
        .indefinitely();
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
  Uni<Void> takeTerminalsOver() {
    return sweep.of("terminals", () -> fill(lanes.cards(), claims::cards, DoClaimed.READ_CARD));
  }

  @Scheduled(
      every = "${holdfast.authorization.sweep:1s}",
      concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> callOnTimer() {
    return calls();
  }

  @ConsumeEvent(LOOK)
  Uni<Void> onWake(String nothing) {
    return calls();
  }

  /** One vendor after the other: this is one context. */
  private Uni<Void> calls() {
    return Multi.createFrom()
        .iterable(gateways.vendors())
        .onItem()
        .transformToUniAndConcatenate(vendor ->
            sweep.of(
                "calls to " + vendor,
                () ->
                    fill(
                        lanes.money(vendor),
                        free -> claims.calls(vendor, free),
                        DoClaimed.MOVE_MONEY)))
        .toUni();
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
