package dev.holdfast.authorization.due;

import dev.holdfast.authorization.core.Authorization;
import dev.holdfast.authorization.core.Authorization.AwaitingCard;
import dev.holdfast.authorization.core.Tap;
import dev.holdfast.authorization.gateway.Gateways;
import dev.holdfast.delivery.OnContext;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Finds what is due and hands it to {@link Worker}: at once after a commit that asks for it, and on
 * a timer for what a stopped instance left behind. Each piece has a context of its own, which the
 * database session asks for.
 */
@ApplicationScoped
public class Dispatch {
  private static final Logger LOG = Logger.getLogger(Dispatch.class);

  private final Claims claims;
  private final Worker worker;
  private final Gateways gateways;
  private final Lanes lanes;
  private final Sweep sweep;

  Dispatch(Claims claims, Worker worker, Gateways gateways, Lanes lanes, Sweep sweep) {
    this.claims = claims;
    this.worker = worker;
    this.gateways = gateways;
    this.lanes = lanes;
    this.sweep = sweep;
  }

  /** Reads the card of a driver who has just come; goes on though its caller waits no more. */
  public Uni<Void> readCard(Tap tap) {
    return OnContext.back(forDriver(tap, worker::begin));
  }

  /** There may be something to do: look now. */
  public void wake() {
    lanes.begin(this::calls);
  }

  /** There is news of this payment: read its card, if one is awaited, and look for what is due. */
  public void lookAt(Authorization state) {
    if (state instanceof AwaitingCard(var tap, var _)) {
      forDriver(tap, worker::lookAt);
    }
    wake();
  }

  @Scheduled(
      every = "${holdfast.authorization.sweep:1s}",
      concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> takeTerminalsOver() {
    return sweep.of("terminals", () -> fill(lanes.cards(), claims::cards));
  }

  @Scheduled(
      every = "${holdfast.authorization.sweep:1s}",
      concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> callOnTimer() {
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
                () -> fill(lanes.money(vendor), free -> claims.calls(vendor, free))))
        .toUni();
  }

  private Uni<Void> fill(Lane lane, IntFunction<Uni<List<Claim>>> take) {
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
        .invoke(claimed -> claimed.forEach(each -> carryOut(each, lane)))
        .replaceWithVoid();
  }

  private void carryOut(Claim claim, Lane lane) {
    apart(claim.state().tap().reference(), () -> worker.carryOut(claim), lane);
  }

  private Uni<Void> forDriver(Tap tap, Function<Tap, Uni<Void>> work) {
    lanes.drivers().enter();
    return apart(tap.reference(), () -> work.apply(tap), lanes.drivers());
  }

  /** Failed work stays due: its claim runs out, and whoever looks then goes on. */
  private Uni<Void> apart(UUID reference, Supplier<Uni<Void>> work, Lane lane) {
    return lanes.begin(() ->
        work.get()
            .onFailure()
            .invoke(failure -> LOG.warnf("%s is taken up again later: %s", reference, failure))
            .onFailure()
            .recoverWithNull()
            .eventually(() -> end(lane)));
  }

  private void end(Lane lane) {
    if (lane.end()) {
      wake();
    }
  }
}
