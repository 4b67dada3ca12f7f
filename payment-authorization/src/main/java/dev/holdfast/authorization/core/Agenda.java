package dev.holdfast.authorization.core;

import dev.holdfast.authorization.core.Authorization.Abandoned;
import dev.holdfast.authorization.core.Authorization.Authorizing;
import dev.holdfast.authorization.core.Authorization.AwaitingCard;
import dev.holdfast.authorization.core.Authorization.CaptureFailed;
import dev.holdfast.authorization.core.Authorization.Captured;
import dev.holdfast.authorization.core.Authorization.Capturing;
import dev.holdfast.authorization.core.Authorization.Declined;
import dev.holdfast.authorization.core.Authorization.Expired;
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
      case Held held -> Optional.of(new Agenda(Work.LAPSE, timetable.nextStepOf(held)));
      case Authorizing _, Capturing _, CaptureFailed _, Releasing _, Expired _, Refunding _ ->
          state.history().open().flatMap(attempt -> answering(attempt, timetable, now));
      case Declined _, Abandoned _, Captured _, Released _ -> Optional.empty();
    };
  }

  /** The same, where the call may have been made by somebody of whom nothing is known here. */
  public Agenda lookingFirst() {
    return new Agenda(work.ifAbandoned(), due);
  }

  private static Optional<Agenda> answering(Attempt attempt, Timetable timetable, Instant now) {
    return switch (attempt.outcome()) {
      case SENT -> Optional.of(new Agenda(Work.SEND, now));
      case UNKNOWN ->
          timetable
              .after(attempt.unanswered())
              .map(wait -> new Agenda(Work.LOOK_UP, now.plus(wait)));
      case APPROVED, REFUSED -> Optional.empty();
    };
  }
}
