package dev.holdfast.settlement.core.journal;

import dev.holdfast.settlement.core.payment.Resolution.Word;
import java.time.LocalDate;

/**
 * An act of closing.
 *
 * @param day the last of the days that were closed by it
 * @param entries how many had been booked on them, and are for ever
 */
public record ClosedDay(LocalDate day, Word word, long entries) {}
