package dev.holdfast.authorization.core;

import dev.holdfast.authorization.core.Authorization.Abandoned;
import dev.holdfast.authorization.core.Authorization.Authorizing;
import dev.holdfast.authorization.core.Authorization.AwaitingCard;
import dev.holdfast.authorization.core.Authorization.Captured;
import dev.holdfast.authorization.core.Authorization.Capturing;
import dev.holdfast.authorization.core.Authorization.Declined;
import dev.holdfast.authorization.core.Authorization.GivingUp;
import dev.holdfast.authorization.core.Authorization.Held;
import dev.holdfast.authorization.core.Authorization.Refunding;
import dev.holdfast.authorization.core.Authorization.Released;
import dev.holdfast.authorization.core.Authorization.Releasing;
import dev.holdfast.authorization.core.attempt.Attempt;
import java.time.Instant;
import java.util.Optional;

/** The next work of an authorization, and when it is due. */
public record Agenda(Work work, Instant due) {

  /** What a state that was reached now must see done next; empty when nothing is left to do. */
  public static Optional<Agenda> of(Authorization state, Timetable timetable, Instant now) {
    return switch (state) {
      case AwaitingCard _ -> Optional.of(new Agenda(Work.READ_CARD, now));
      case GivingUp _ -> Optional.of(new Agenda(Work.DISARM, now));
      case Held held -> Optional.of(new Agenda(Work.LAPSE, timetable.nextStepOf(held)));
      case Authorizing _, Declined _, Capturing _, Releasing _, Refunding _ ->
          state.history().open().flatMap(attempt -> answering(state, attempt, timetable, now));
      case Abandoned _, Captured _, Released _ -> Optional.empty();
    };
  }

  /** The same, where the call may have been made by somebody of whom nothing is known here. */
  public Agenda lookingFirst() {
    return new Agenda(work.ifAbandoned(), due);
  }

  /** The work of a state as it may be done now: no hold is asked for when its driver has left. */
  public static Work now(Work due, Authorization state, Instant now) {
    return due == Work.SEND
            && state instanceof Authorizing
            && !now.isBefore(state.tap().cardDeadline())
        ? Work.LOOK_UP
        : due;
  }

  private static Optional<Agenda> answering(
      Authorization state, Attempt attempt, Timetable timetable, Instant now) {
    return switch (attempt.outcome()) {
      case SENT -> Optional.of(new Agenda(Work.SEND, now));
      case UNKNOWN ->
          timetable.nextLookUp(state, attempt, now).map(due -> new Agenda(Work.LOOK_UP, due));
      case APPROVED, REFUSED -> Optional.empty();
    };
  }
}
