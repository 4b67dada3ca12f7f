package dev.holdfast.authorization.postgres;

import dev.holdfast.authorization.core.Agenda;
import dev.holdfast.authorization.core.Work;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The columns of the work that is due; all null where nothing is left to do.
 *
 * @param dueAt read by the statements that look for due work
 * @param claimedBy who has taken the work for a lease; null where it waits to be taken
 */
@Embeddable
record WorkColumns(@Nullable String work, @Nullable Instant dueAt, @Nullable String claimedBy) {
  static WorkColumns of(Agenda agenda, @Nullable String claimedBy) {
    return new WorkColumns(agenda.work().name(), agenda.due(), claimedBy);
  }

  Optional<Work> next() {
    return Optional.ofNullable(work).map(name -> Constants.named(Work.class, "work", name));
  }
}
