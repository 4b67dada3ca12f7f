package dev.holdfast.settlement.rest;

import dev.holdfast.doors.CurrencyCode;
import dev.holdfast.settlement.core.Deadline;
import dev.holdfast.settlement.core.SettlementFilter;
import dev.holdfast.settlement.core.SettlementFilter.Shortfall;
import dev.holdfast.settlement.core.payment.AttentionReason;
import dev.holdfast.settlement.core.payment.Outcome;
import dev.holdfast.settlement.core.payment.Settlement.Status;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which settlements to show; each may be left out.
 *
 * @param session its id
 * @param from tapped at this moment (UTC) or later
 * @param to tapped before this moment
 * @param currency of the hold or of the session
 * @param shortfall OPEN: the ledger still has it
 */
record SettlementQuery(
    @QueryParam("status") @Nullable Status status,
    @QueryParam("outcome") @Nullable Outcome outcome,
    @QueryParam("cpo") @Nullable String cpo,
    @QueryParam("session") @Nullable String session,
    @QueryParam("attention") @Nullable AttentionReason attention,
    @QueryParam("due") @Nullable Deadline due,
    @QueryParam("from") @Nullable Instant from,
    @QueryParam("to") @Nullable Instant to,
    @QueryParam("currency") @CurrencyCode @Nullable String currency,
    @QueryParam("shortfall") @Nullable Shortfall shortfall) {
  SettlementFilter filter() {
    return new SettlementFilter(
        status,
        outcome,
        cpo,
        session,
        attention,
        due,
        new SettlementFilter.Finance(from, to, currency, shortfall));
  }
}
