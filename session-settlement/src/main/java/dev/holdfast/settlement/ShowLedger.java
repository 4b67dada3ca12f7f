package dev.holdfast.settlement;

import dev.holdfast.settlement.core.journal.AccountBalance;
import dev.holdfast.settlement.core.journal.AgePlace;
import dev.holdfast.settlement.core.journal.DaySpan;
import dev.holdfast.settlement.core.journal.LedgerScope;
import dev.holdfast.settlement.core.journal.OpenShortfall;
import dev.holdfast.settlement.postgres.ShortfallPages;
import dev.holdfast.settlement.postgres.TrialBalancePages;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Shows what the lines of the journal sum up to. */
@ApplicationScoped
public class ShowLedger {
  private static final int DEFAULT_DAYS = 30;

  private final TrialBalancePages trialBalance;
  private final ShortfallPages shortfall;
  private final Clock clock;

  ShowLedger(TrialBalancePages trialBalance, ShortfallPages shortfall, Clock clock) {
    this.trialBalance = trialBalance;
    this.shortfall = shortfall;
    this.clock = clock;
  }

  /**
   * At most so many accounts behind that place, over the days; 30 days up to the last where none
   * begins the span.
   */
  public Uni<List<AccountBalance>> trialBalance(
      DaySpan days, LedgerScope scope, AccountBalance.Place after, int most) {
    var until = days.to() == null ? LocalDate.now(clock) : days.to();
    return trialBalance.list(
        days.from() == null ? until.minusDays(DEFAULT_DAYS) : days.from(),
        // Where days are closed early, or begin early, something may be booked on later ones.
        days.to() == null ? DaySpan.LAST_DAY : days.to(),
        scope,
        after,
        most);
  }

  /** At most so many ages behind that place; by CPO and currency, the youngest first. */
  public Uni<List<OpenShortfall>> openShortfall(LedgerScope scope, AgePlace after, int most) {
    return shortfall.list(scope, clock.instant(), after, most);
  }
}
