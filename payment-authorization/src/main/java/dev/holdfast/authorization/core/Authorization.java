package dev.holdfast.authorization.core;

import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A hold on a card and what became of it: one record per status. */
public sealed interface Authorization {
  /** What was agreed when the hold was asked for. */
  Tap tap();

  /** What happened so far. */
  Trail trail();

  /** The same state with another trail. */
  Authorization with(Trail newTrail);

  /** The terminal is armed, or about to be; the driver has not presented a card yet. */
  record AwaitingCard(Tap tap, Trail trail) implements Authorization {
    @Override
    public AwaitingCard with(Trail newTrail) {
      return new AwaitingCard(tap, newTrail);
    }
  }

  /** A card was read; its bank is being asked. */
  record Authorizing(Tap tap, Trail trail, Card card) implements Authorization {
    @Override
    public Authorizing with(Trail newTrail) {
      return new Authorizing(tap, newTrail, card);
    }
  }

  /**
   * The money is reserved.
   *
   * @param expiring has it been said that the hold nears its end?
   */
  record Held(Tap tap, Trail trail, Hold hold, boolean expiring) implements Authorization {
    @Override
    public Held with(Trail newTrail) {
      return new Held(tap, newTrail, hold, expiring);
    }
  }

  /** The bank said no, or was never reached while the driver stood there. */
  record Declined(Tap tap, Trail trail, Card card, String reason) implements Authorization {
    @Override
    public Declined with(Trail newTrail) {
      return new Declined(tap, newTrail, card, reason);
    }
  }

  /** No card came in time, or none was wanted any more. */
  record Abandoned(Tap tap, Trail trail, String reason) implements Authorization {
    @Override
    public Abandoned with(Trail newTrail) {
      return new Abandoned(tap, newTrail, reason);
    }
  }

  /** A plan is being walked; its open attempt is the trail's last, the rungs after it are here. */
  record Capturing(Tap tap, Trail trail, Hold hold, List<Rung> rungsLeft) implements Authorization {
    public Capturing {
      rungsLeft = List.copyOf(rungsLeft);
    }

    @Override
    public Capturing with(Trail newTrail) {
      return new Capturing(tap, newTrail, hold, rungsLeft);
    }
  }

  /** Money was taken; what was not needed of the hold has been given back. */
  record Captured(Tap tap, Trail trail, Hold hold, Money captured, Money refunded)
      implements Authorization {
    @Override
    public Captured with(Trail newTrail) {
      return new Captured(tap, newTrail, hold, captured, refunded);
    }
  }

  /** The gateway refused every rung; the hold, which nobody needs now, is given back. */
  record CaptureFailed(Tap tap, Trail trail, Hold hold, String reason) implements Authorization {
    @Override
    public CaptureFailed with(Trail newTrail) {
      return new CaptureFailed(tap, newTrail, hold, reason);
    }
  }

  /** The hold is being given back; the reason is null where settlement ordered it. */
  record Releasing(Tap tap, Trail trail, Hold hold, @Nullable String reason)
      implements Authorization {
    @Override
    public Releasing with(Trail newTrail) {
      return new Releasing(tap, newTrail, hold, reason);
    }
  }

  /** The hold was given back. */
  record Released(Tap tap, Trail trail, Hold hold, @Nullable String reason)
      implements Authorization {
    @Override
    public Released with(Trail newTrail) {
      return new Released(tap, newTrail, hold, reason);
    }
  }

  /**
   * The hold's time was over before anyone decided what to take. The gateway is told to give it
   * back all the same: some keep the money reserved for weeks.
   */
  record Expired(Tap tap, Trail trail, Hold hold) implements Authorization {
    @Override
    public Expired with(Trail newTrail) {
      return new Expired(tap, newTrail, hold);
    }
  }

  /** A part of what was captured, or all of it, is being paid back. */
  record Refunding(Tap tap, Trail trail, Hold hold, Money captured, Money refunded)
      implements Authorization {
    @Override
    public Refunding with(Trail newTrail) {
      return new Refunding(tap, newTrail, hold, captured, refunded);
    }
  }

  /** A new authorization, at version 1. */
  static Authorization requested(Tap tap) {
    return new AwaitingCard(tap, Trail.opening());
  }
}
