package dev.holdfast.settlement.core.journal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** From a booking day to another, both included; null: no such end. */
public record DaySpan(@Nullable LocalDate from, @Nullable LocalDate to) {
  /** No day is after it. */
  public static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
}
