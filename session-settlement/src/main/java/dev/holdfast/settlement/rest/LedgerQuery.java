package dev.holdfast.settlement.rest;

import dev.holdfast.doors.CurrencyCode;
import dev.holdfast.settlement.core.journal.LedgerScope;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Of which CPO and in which currency to sum up; each may be left out. */
record LedgerQuery(
    @QueryParam("cpo") @Nullable String cpo,
    @QueryParam("currency") @CurrencyCode @Nullable String currency) {
  LedgerScope scope() {
    return new LedgerScope(cpo, currency);
  }
}
