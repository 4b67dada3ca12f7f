package dev.holdfast.settlement.core.journal;

import dev.holdfast.settlement.core.payment.Resolution.Word;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An act of closing.
 *
 * @param day the last of the days that were closed by it
 * @param entries how many had been booked on them, and are for ever
 * @param hash over all that these entries say, and over the hash of the act before; null where the
 *     act is from before there was one
 */
public record ClosedDay(LocalDate day, Word word, long entries, @Nullable String hash) {}
