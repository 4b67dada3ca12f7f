package dev.holdfast.settlement.rest;

import dev.holdfast.doors.CurrencyCode;
import dev.holdfast.settlement.core.journal.DaySpan;
import dev.holdfast.settlement.core.journal.JournalEntry.Cause;
import dev.holdfast.settlement.core.journal.JournalFilter;
import dev.holdfast.settlement.core.payment.Outcome;
import dev.holdfast.settlement.core.payment.Reference;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the journal to show; each may be left out.
 *
 * @param reference of one payment
 * @param from booking day, included
 * @param to booking day, included
 * @param currency entries with a line in it
 * @param outcome of the payment that the entry is of, as it is now
 */
record JournalQuery(
    @QueryParam("reference") @Nullable UUID reference,
    @QueryParam("from") @Nullable LocalDate from,
    @QueryParam("to") @Nullable LocalDate to,
    @QueryParam("cpo") @Nullable String cpo,
    @QueryParam("currency") @CurrencyCode @Nullable String currency,
    @QueryParam("cause") @Nullable Cause cause,
    @QueryParam("outcome") @Nullable Outcome outcome) {
  JournalFilter filter() {
    return new JournalFilter(
        reference == null ? null : new Reference(reference),
        new DaySpan(from, to),
        cpo,
        currency,
        cause,
        outcome);
  }
}
