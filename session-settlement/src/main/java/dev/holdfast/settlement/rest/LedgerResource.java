package dev.holdfast.settlement.rest;

import dev.holdfast.settlement.postgres.LedgerPages;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the journal sums up to. */
@Path("/")
@Tag(name = "finance")
class LedgerResource {
  private static final int MOST_ROWS = 20_000;
  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
  private static final int DEFAULT_DAYS = 30;

  private final LedgerPages ledger;
  private final Clock clock;

  LedgerResource(LedgerPages ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /** What is open of payments of one age. */
  public record ShortfallView(
      String cpoId,
      String currency,
      LedgerPages.Age age,
      long payments,
      MoneyView amount,
      Instant oldest) {
    static ShortfallView of(LedgerPages.OpenShortfall open) {
      return new ShortfallView(
          open.cpoId(),
          open.currency(),
          open.age(),
          open.payments(),
          new MoneyView(open.minorUnits(), open.currency()),
          open.oldest());
    }
  }

  @GET
  @Path("trial-balance")
  @Operation(
      summary =
          "Debits, credits and balance of each account on each booking day, from and to included,"
              + " by CPO and currency, in minor units, the newest day first; 30 days if not given")
  public Uni<List<LedgerPages.DayBalance>> trialBalance(
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("cpo") @Nullable String cpo,
      @QueryParam("currency") @Nullable String currency) {
    LocalDate last = Parameter.ifSent(to, sent -> TimeParameter.day("to", sent));
    LocalDate first = Parameter.ifSent(from, sent -> TimeParameter.day("from", sent));
    LocalDate until = last == null ? LocalDate.now(clock) : last;
    return ledger
        .trialBalance(
            first == null ? until.minusDays(DEFAULT_DAYS) : first,
            // Where days are closed early, or begin early, something may be booked on later ones.
            last == null ? LAST_DAY : last,
            scope(cpo, currency),
            MOST_ROWS + 1)
        .invoke(LedgerResource::mustBeFew);
  }

  @GET
  @Path("shortfall")
  @Operation(
      summary =
          "What is short and neither paid nor written off, by CPO, currency, and age since the"
              + " first shortfall of the payment was booked")
  public Uni<List<ShortfallView>> shortfall(
      @QueryParam("cpo") @Nullable String cpo, @QueryParam("currency") @Nullable String currency) {
    return ledger
        .openShortfall(scope(cpo, currency), clock.instant())
        .map(rows -> rows.stream().map(ShortfallView::of).toList());
  }

  private static LedgerPages.Scope scope(@Nullable String cpo, @Nullable String currency) {
    return new LedgerPages.Scope(
        Parameter.text("cpo", cpo), Parameter.ifSent(currency, Parameter::currency));
  }

  private static void mustBeFew(List<LedgerPages.DayBalance> rows) {
    if (rows.size() > MOST_ROWS) {
      throw Problems.refused("from", "so long a period", "send a shorter one, or one cpo");
    }
  }
}
