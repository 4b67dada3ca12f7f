package dev.holdfast.settlement.rest;

import dev.holdfast.settlement.postgres.TotalsPages;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What became of the taps of each hour or day, for dashboards. */
@Path("/totals")
@Tag(name = "totals")
class TotalsResource {
  private static final int MOST_ROWS = 20_000;
  private static final Duration ONE_DAY = Duration.ofDays(1);

  private final TotalsPages totals;
  private final Clock clock;

  TotalsResource(TotalsPages totals, Clock clock) {
    this.totals = totals;
    this.clock = clock;
  }

  /** How the hours are summed up. */
  enum By {
    HOUR(ChronoUnit.HOURS),
    DAY(ChronoUnit.DAYS);

    private final ChronoUnit unit;

    By(ChronoUnit unit) {
      this.unit = unit;
    }
  }

  @GET
  @Operation(
      summary =
          "Totals by hour or UTC day of the tap, CPO and currency, the newest first; from"
              + " (inclusive) to (exclusive) count whole hours, and are the last day if not given")
  public Uni<List<TotalsView>> of(
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("cpo") @Nullable String cpo,
      @QueryParam("by") @Nullable String by) {
    By asked = Parameter.choice("by", by, By.values());
    Instant end = TimeParameter.instant("to", to, clock.instant());
    var period =
        new TotalsPages.Period(
            asked == null ? By.HOUR.unit : asked.unit,
            TimeParameter.instant("from", from, end.minus(ONE_DAY)).truncatedTo(ChronoUnit.HOURS),
            end,
            cpo == null || cpo.isEmpty() ? null : cpo);
    return totals.of(period, MOST_ROWS + 1).map(TotalsResource::lines);
  }

  private static List<TotalsView> lines(List<TotalsPages.Total> rows) {
    if (rows.size() > MOST_ROWS) {
      throw Problems.refused(
          "from", "so long a period", "ask for a shorter one, by day, or for one cpo");
    }
    return TotalsView.of(rows);
  }
}
