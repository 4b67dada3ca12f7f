package dev.holdfast.settlement.rest;

import dev.holdfast.settlement.core.Deadline;
import dev.holdfast.settlement.core.payment.AttentionReason;
import dev.holdfast.settlement.core.payment.Outcome;
import dev.holdfast.settlement.core.payment.Settlement;
import dev.holdfast.settlement.postgres.SettlementPages;
import java.time.Instant;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * Which settlements to show.
 *
 * @param session its id
 * @param from tapped at this moment (UTC) or later
 * @param to tapped before this moment
 * @param currency of the hold or of the session
 * @param shortfall OPEN: the ledger still has it
 */
record SettlementQuery(
    @RestQuery @Nullable String status,
    @RestQuery @Nullable String outcome,
    @RestQuery @Nullable String cpo,
    @RestQuery @Nullable String session,
    @RestQuery @Nullable String attention,
    @RestQuery @Nullable String due,
    @RestQuery @Nullable String from,
    @RestQuery @Nullable String to,
    @RestQuery @Nullable String currency,
    @RestQuery @Nullable String shortfall) {

  /** As the rows are searched; a parameter that cannot be read is refused. */
  SettlementPages.Filter filter() {
    return new SettlementPages.Filter(
        Parameter.choice("status", status, Settlement.Status.values()),
        Parameter.choice("outcome", outcome, Outcome.values()),
        Parameter.text("cpo", cpo),
        Parameter.text("session", session),
        Parameter.choice("attention", attention, AttentionReason.values()),
        Parameter.choice("due", due, Deadline.values()),
        new SettlementPages.Finance(
            Parameter.ifSent(from, sent -> TimeParameter.instant("from", sent, Instant.EPOCH)),
            Parameter.ifSent(to, sent -> TimeParameter.instant("to", sent, Instant.EPOCH)),
            Parameter.ifSent(currency, Parameter::currency),
            Parameter.choice("shortfall", shortfall, SettlementPages.Shortfall.values())));
  }
}
