package dev.holdfast.settlement.rest;

import dev.holdfast.settlement.core.journal.ManualFilter;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/**
 * Which of the entries that people want booked to show; each may be left out.
 *
 * @param state where they stand
 */
record ManualEntryQuery(
    @QueryParam("state") ManualFilter.@Nullable Standing state,
    @QueryParam("cpo") @Nullable String cpo) {
  ManualFilter filter() {
    return new ManualFilter(state, cpo);
  }
}
