package dev.holdfast.settlement.core.journal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which of the entries that persons want booked are looked for; null: any. */
public record ManualFilter(@Nullable Standing state, @Nullable String cpoId) {
  /** Where an entry stands, in a word. */
  public enum Standing {
    WAITING,
    BOOKED,
    REJECTED;

    /** Of an entry. */
    public static Standing of(ManualEntry entry) {
      return switch (entry.state()) {
        case ManualEntry.State.Waiting() -> WAITING;
        case ManualEntry.State.Booked(_) -> BOOKED;
        case ManualEntry.State.Rejected(_) -> REJECTED;
      };
    }
  }

  /** Where one stands in the list: as it was asked for. */
  public record Place(Instant askedAt, UUID id) {}
}
