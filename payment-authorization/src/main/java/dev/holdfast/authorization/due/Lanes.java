package dev.holdfast.authorization.due;

import dev.holdfast.delivery.OnContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The sorts of work, apart: a driver who is slow with the card holds up nobody's capture, and a
 * vendor's slow cloud no other vendor's.
 */
@ApplicationScoped
class Lanes {
  private final Map<String, Lane> money = new ConcurrentHashMap<>();
  private final Lane cards;
  private final Lane drivers = new Lane(Integer.MAX_VALUE);
  private final int calls;

  private final Vertx vertx;

  Lanes(DueSettings settings, Vertx vertx) {
    this.vertx = vertx;
    calls = settings.calls();
    cards = new Lane(settings.cardsTakenOver());
  }

  /** Calls that move money at this vendor; a deployment calls one cloud of each. */
  Lane money(String vendor) {
    return money.computeIfAbsent(vendor, first -> new Lane(calls));
  }

  /** Terminals that are taken over. */
  Lane cards() {
    return cards;
  }

  /** Drivers who have come to this instance: each is served. */
  Lane drivers() {
    return drivers;
  }

  /** Begins the work at once, on a context of its own. */
  Uni<Void> begin(Supplier<Uni<Void>> work) {
    return OnContext.apart(vertx, work);
  }

  /** Is nothing under way here? */
  boolean areEmpty() {
    return cards.isEmpty() && drivers.isEmpty() && money.values().stream().allMatch(Lane::isEmpty);
  }
}
