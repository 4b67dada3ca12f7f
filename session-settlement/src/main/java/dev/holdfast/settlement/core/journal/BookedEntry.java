package dev.holdfast.settlement.core.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** An entry as it was booked, and the day of its CPO on which it counts. */
public record BookedEntry(JournalEntry entry, Instant bookedAt, LocalDate bookingDay) {
  /** Where it stands in the journal: by booking day, then as it was booked. */
  public record Place(LocalDate bookingDay, Instant bookedAt, UUID entryId) {}
}
