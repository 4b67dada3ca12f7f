package dev.holdfast.authorization.due;

import dev.holdfast.authorization.core.Authorization;
import dev.holdfast.authorization.core.Authorization.AwaitingCard;
import dev.holdfast.authorization.core.Tap;
import dev.holdfast.authorization.gateway.Gateways;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
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

  /**
   * Reads the card of a driver who has just come; goes on though its caller waits no more. It ends
   * on a context of its own.
   */
  public Uni<Void> readCard(Tap tap) {
    return forDriver(tap, worker::begin);
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
    return sweep.of("terminals", this::terminals);
  }

  @Scheduled(
      every = "${holdfast.authorization.sweep:1s}",
      concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> callOnTimer() {
    return calls();
  }

  /** At all vendors in one transaction. */
  private Uni<Void> calls() {
    return sweep.of(
        "calls",
        () -> {
          var free = freePlaces();
          return free.isEmpty() ? Uni.createFrom().voidItem() : call(free);
        });
  }

  private Map<String, Integer> freePlaces() {
    var free = new HashMap<String, Integer>();
    gateways.vendors().forEach(vendor -> free.put(vendor, lanes.money(vendor).takeFree()));
    free.values().removeIf(places -> places == 0);
    return free;
  }

  private Uni<Void> call(Map<String, Integer> free) {
    return claims
        .calls(free)
        .onFailure()
        .invoke(() -> free.forEach((vendor, places) -> lanes.money(vendor).keep(0, places)))
        .invoke(claimed ->
            free.forEach((vendor, places) ->
                begin(claimed.getOrDefault(vendor, List.of()), lanes.money(vendor), places)))
        .replaceWithVoid();
  }

  private Uni<Void> terminals() {
    var lane = lanes.cards();
    int free = lane.takeFree();
    return free == 0
        ? Uni.createFrom().voidItem()
        : claims
            .cards(free)
            .onFailure()
            .invoke(() -> lane.keep(0, free))
            .invoke(claimed -> begin(claimed, lane, free))
            .replaceWithVoid();
  }

  private void begin(List<Claim> claimed, Lane lane, int free) {
    if (lane.keep(claimed.size(), free)) {
      wake();
    }
    claimed.forEach(each -> carryOut(each, lane));
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
