package dev.holdfast.authorization.due;

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
 * Finds what is due and hands it to the verb that does it: at once after a commit that asks for it,
 * and on a timer for what a stopped instance left behind. Each piece is a message, as the event bus
 * gives it a context of its own, which the database session asks for.
 */
@ApplicationScoped
public class Dispatch {
  /** Where a {@link Claim} to a call is sent, to be made. */
  public static final String MOVE_MONEY = "move-money";

  /** Where the tap is sent of a driver who has just come; its card is to be read. */
  public static final String BEGIN_TO_READ = "read-card";

  /** Where a {@link Claim} to a terminal is sent whose card another instance was to read. */
  public static final String READ_CARD = "read-card-again";

  /** Where a tap is sent whose card may have been read: nobody has claimed it. */
  public static final String CARD_MAY_BE_READ = "card-may-be-read";

  private static final String LOOK = "look-for-due-work";

  private final Claims claims;
  private final EventBus bus;
  private final Gateways gateways;
  private final Lanes lanes;
  private final Sweep sweep;

  Dispatch(Claims claims, EventBus bus, Gateways gateways, Lanes lanes, Sweep sweep) {
    this.claims = claims;
    this.bus = bus;
    this.gateways = gateways;
    this.lanes = lanes;
    this.sweep = sweep;
  }

  /** Reads the card of a driver who has just come; ends, at the latest after this time. */
  public Uni<Void> readCard(Tap tap, Duration longest) {
    lanes.drivers().enter();
    var options = new DeliveryOptions().setSendTimeout(longest.toMillis());
    return bus.request(BEGIN_TO_READ, tap, options)
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
  public void lookAt(Authorization state) {
    if (state instanceof AwaitingCard awaiting) {
      bus.send(CARD_MAY_BE_READ, awaiting.tap());
    }
    wake();
  }

  @Scheduled(
      every = "${holdfast.authorization.sweep:1s}",
      concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> takeTerminalsOver() {
    return sweep.of("terminals", () -> fill(lanes.cards(), claims::cards, READ_CARD));
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
                () -> fill(lanes.money(vendor), free -> claims.calls(vendor, free), MOVE_MONEY)))
        .toUni();
  }

  private Uni<Void> fill(Lane lane, IntFunction<Uni<List<Claim>>> take, String address) {
    int free = lane.takeFree();
    if (free == 0) {
      return Uni.createFrom().voidItem();
    }
    return take.apply(free)
        .onFailure()
        .invoke(() -> lane.keep(0, free))
        .invoke(claimed -> {
          if (lane.keep(claimed.size(), free)) {
            wake();
          }
        })
        .invoke(claimed -> claimed.forEach(each -> bus.send(address, each)))
        .replaceWithVoid();
  }

  /** A call to this vendor's gateway has ended. */
  public void endCall(String vendor) {
    end(lanes.money(vendor));
  }

  /** A driver who came to this instance has been served. */
  public void endDriver() {
    end(lanes.drivers());
  }

  /** A terminal that was taken over has been served. */
  public void endCard() {
    end(lanes.cards());
  }

  private void end(Lane lane) {
    if (lane.end()) {
      wake();
    }
  }
}
