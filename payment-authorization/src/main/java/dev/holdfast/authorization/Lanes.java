package dev.holdfast.authorization;

import jakarta.enterprise.context.ApplicationScoped;

/** The sorts of work, apart: a driver who is slow with the card holds up nobody's capture. */
@ApplicationScoped
class Lanes {
  private final Lane money;
  private final Lane cards;

  Lanes(Settings settings) {
    money = new Lane(settings.calls());
    cards = new Lane(settings.cardsTakenOver());
  }

  Lane money() {
    return money;
  }

  Lane cards() {
    return cards;
  }
}
