package dev.holdfast.settlement.core.journal;

import java.time.Instant;
import java.time.LocalDate;

/** An entry as it was booked, and the day of its CPO on which it counts. */
public record BookedEntry(JournalEntry entry, Instant bookedAt, LocalDate bookingDay) {}
