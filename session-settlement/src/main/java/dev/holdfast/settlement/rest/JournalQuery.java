package dev.holdfast.settlement.rest;

import dev.holdfast.settlement.core.journal.JournalEntry;
import dev.holdfast.settlement.core.payment.Outcome;
import dev.holdfast.settlement.postgres.JournalPages;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the journal to show.
 *
 * @param from booking day, included
 * @param to booking day, included
 * @param currency entries with a line in it
 * @param outcome of the payment that the entry is of, as it is now
 */
record JournalQuery(
    @RestQuery @Nullable String from,
    @RestQuery @Nullable String to,
    @RestQuery @Nullable String cpo,
    @RestQuery @Nullable String currency,
    @RestQuery @Nullable String cause,
    @RestQuery @Nullable String outcome) {

  /** As the rows are searched; a parameter that cannot be read is refused. */
  JournalPages.Filter filter() {
    return new JournalPages.Filter(
        new JournalPages.Days(
            Parameter.ifSent(from, sent -> TimeParameter.day("from", sent)),
            Parameter.ifSent(to, sent -> TimeParameter.day("to", sent))),
        Parameter.text("cpo", cpo),
        Parameter.ifSent(currency, Parameter::currency),
        Parameter.choice("cause", cause, JournalEntry.Cause.values()),
        Parameter.choice("outcome", outcome, Outcome.values()));
  }
}
