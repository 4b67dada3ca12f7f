package dev.holdfast.authorization;

import dev.holdfast.authorization.core.Work;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** The sorts of work, apart: a driver who is slow with the card holds up nobody's capture. */
@ApplicationScoped
class Lanes {
  private final Lane money;
  private final Lane cards;

  Lanes(Settings settings) {
    money = new Lane(Set.of(Work.SEND, Work.LOOK_UP), settings.calls());
    cards = new Lane(Set.of(Work.READ_CARD), settings.cardsTakenOver());
  }

  Lane money() {
    return money;
  }

  Lane cards() {
    return cards;
  }
}
