package dev.holdfast.settlement.core.journal;

import dev.holdfast.settlement.core.payment.Outcome;
import dev.holdfast.settlement.core.payment.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the journal are looked for; null: any.
 *
 * @param days by which the entries count
 * @param currency of one line of the entry at least
 * @param outcome of the payment that the entry is of, as it is now
 */
public record JournalFilter(
    @Nullable Reference reference,
    DaySpan days,
    @Nullable String cpoId,
    @Nullable String currency,
    JournalEntry.@Nullable Cause cause,
    @Nullable Outcome outcome) {}
