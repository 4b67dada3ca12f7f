package dev.holdfast.authorization;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sorts of work, apart: a driver who is slow with the card holds up nobody's capture, and a
 * vendor's slow cloud no other vendor's.
 */
@ApplicationScoped
class Lanes {
  private final Map<String, Lane> money = new ConcurrentHashMap<>();
  private final Lane cards;
  private final int calls;

  Lanes(Settings settings) {
    calls = settings.calls();
    cards = new Lane(settings.cardsTakenOver());
  }

  /** Calls that move money at this vendor; a deployment calls one cloud of each. */
  Lane money(String vendor) {
    return money.computeIfAbsent(vendor, first -> new Lane(calls));
  }

  Lane cards() {
    return cards;
  }
}
