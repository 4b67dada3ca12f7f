package dev.holdfast.authorization.core;

import dev.holdfast.authorization.core.attempt.AttemptHistory;
import dev.holdfast.authorization.core.attempt.DeclineKind;
import dev.holdfast.authorization.core.attempt.Kind;
import dev.holdfast.authorization.core.attempt.Rung;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A hold on a card and what became of it: one record per status. */
public sealed interface Authorization {
  /** What was agreed when the hold was asked for. */
  Tap tap();

  /** What happened so far. */
  AttemptHistory history();

  /** Does a driver stand at the terminal, so that no other can? */
  default boolean isTerminalBusy() {
    return switch (this) {
      case AwaitingCard _, Authorizing _ -> true;
      case GivingUp givingUp -> !givingUp.terminalFree();
      case Held _, Declined _, Abandoned _, Capturing _, Captured _ -> false;
      case Releasing _, Released _, Refunding _ -> false;
    };
  }

  /** The same state with another history. */
  Authorization with(AttemptHistory newHistory);

  /** The terminal is armed, or about to be; the driver has not presented a card yet. */
  record AwaitingCard(Tap tap, AttemptHistory history) implements Authorization {
    @Override
    public AwaitingCard with(AttemptHistory newHistory) {
      return new AwaitingCard(tap, newHistory);
    }
  }

  /**
   * No card is wanted any more, and that is written; the terminal is being told. A card that is
   * read now is nobody's.
   *
   * @param terminalFree may the next driver use the terminal all the same?
   */
  record GivingUp(Tap tap, AttemptHistory history, String reason, boolean terminalFree)
      implements Authorization {
    @Override
    public GivingUp with(AttemptHistory newHistory) {
      return new GivingUp(tap, newHistory, reason, terminalFree);
    }
  }

  /** A card was read; its bank is being asked. */
  record Authorizing(Tap tap, AttemptHistory history, Card card) implements Authorization {
    @Override
    public Authorizing with(AttemptHistory newHistory) {
      return new Authorizing(tap, newHistory, card);
    }
  }

  /**
   * The money is reserved.
   *
   * @param expiring has it been said that the hold nears its end?
   */
  record Held(Tap tap, AttemptHistory history, Hold hold, boolean expiring)
      implements Authorization {
    @Override
    public Held with(AttemptHistory newHistory) {
      return new Held(tap, newHistory, hold, expiring);
    }
  }

  /**
   * The bank said no, or gave no answer while the driver stood there. An attempt that is still open
   * is watched: a hold that turns up is given back.
   */
  record Declined(Tap tap, AttemptHistory history, Card card, DeclineKind kind, String reason)
      implements Authorization {
    @Override
    public Declined with(AttemptHistory newHistory) {
      return new Declined(tap, newHistory, card, kind, reason);
    }
  }

  /** No card came in time, or none was wanted any more. */
  record Abandoned(Tap tap, AttemptHistory history, String reason) implements Authorization {
    @Override
    public Abandoned with(AttemptHistory newHistory) {
      return new Abandoned(tap, newHistory, reason);
    }
  }

  /**
   * A plan is being walked; its open attempt is the history's last, the rungs after it are here.
   */
  record Capturing(Tap tap, AttemptHistory history, Hold hold, List<Rung> rungsLeft)
      implements Authorization {
    public Capturing {
      rungsLeft = List.copyOf(rungsLeft);
    }

    @Override
    public Capturing with(AttemptHistory newHistory) {
      return new Capturing(tap, newHistory, hold, rungsLeft);
    }
  }

  /** Money was taken; what was not needed of the hold has been given back. */
  record Captured(Tap tap, AttemptHistory history, Hold hold, Money captured, Money refunded)
      implements Authorization {
    @Override
    public Captured with(AttemptHistory newHistory) {
      return new Captured(tap, newHistory, hold, captured, refunded);
    }
  }

  /** The hold is being given back; the reason is null where settlement ordered it. */
  record Releasing(
      Tap tap, AttemptHistory history, Hold hold, ReleaseCause cause, @Nullable String reason)
      implements Authorization {
    @Override
    public Releasing with(AttemptHistory newHistory) {
      return new Releasing(tap, newHistory, hold, cause, reason);
    }
  }

  /** The hold was given back. */
  record Released(
      Tap tap, AttemptHistory history, Hold hold, ReleaseCause cause, @Nullable String reason)
      implements Authorization {
    @Override
    public Released with(AttemptHistory newHistory) {
      return new Released(tap, newHistory, hold, cause, reason);
    }
  }

  /** A part of what was captured, or all of it, is being paid back. */
  record Refunding(Tap tap, AttemptHistory history, Hold hold, Money captured, Money refunded)
      implements Authorization {
    @Override
    public Refunding with(AttemptHistory newHistory) {
      return new Refunding(tap, newHistory, hold, captured, refunded);
    }
  }

  /** A hold that is given back, or was: as far as its attempts tell. */
  static Authorization givenBack(
      Tap tap, AttemptHistory history, Hold hold, ReleaseCause cause, @Nullable String reason) {
    return history.hasApproved(Kind.RELEASE)
        ? new Released(tap, history, hold, cause, reason)
        : new Releasing(tap, history, hold, cause, reason);
  }

  /** A new authorization, at version 1. */
  static Authorization requested(Tap tap) {
    return new AwaitingCard(tap, AttemptHistory.opening());
  }
}
