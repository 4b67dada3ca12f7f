package dev.holdfast.settlement.rest;

import dev.holdfast.settlement.ShowTotals;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Which totals to show; each may be left out.
 *
 * @param from UTC, included, in whole hours; a day before the end if it is left out
 * @param to UTC, excluded; now if it is left out
 * @param by HOUR if it is left out
 */
record TotalsQuery(
    @QueryParam("from") @Nullable Instant from,
    @QueryParam("to") @Nullable Instant to,
    @QueryParam("cpo") @Nullable String cpo,
    @QueryParam("by") @Nullable By by) {
  /** How the hours are summed up. */
  enum By {
    HOUR(ChronoUnit.HOURS),
    DAY(ChronoUnit.DAYS);

    private final ChronoUnit unit;

    By(ChronoUnit unit) {
      this.unit = unit;
    }
  }

  ShowTotals.Selection selection() {
    return new ShowTotals.Selection((by == null ? By.HOUR : by).unit, from, to, cpo);
  }
}
