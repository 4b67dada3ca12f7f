package dev.holdfast.settlement;

import dev.holdfast.settlement.core.Totals;
import dev.holdfast.settlement.postgres.TotalsPages;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Shows what became of the taps of each hour or day. */
@ApplicationScoped
public class ShowTotals {
  private static final Duration ONE_DAY = Duration.ofDays(1);

  private final TotalsPages pages;
  private final Clock clock;

  ShowTotals(TotalsPages pages, Clock clock) {
    this.pages = pages;
    this.clock = clock;
  }

  /**
   * Which hours, and how they are summed up.
   *
   * @param by hours, or UTC days
   * @param from inclusive, in whole hours; a day before the end if it is not given
   * @param to exclusive; now if it is not given
   * @param cpoId null: of all
   */
  public record Selection(
      ChronoUnit by, @Nullable Instant from, @Nullable Instant to, @Nullable String cpoId) {}

  /** At most so many behind that place; the newest first, then by CPO and currency. */
  public Uni<List<Totals>> list(Selection selection, Totals.Place after, int most) {
    var end = Objects.requireNonNullElseGet(selection.to(), clock::instant);
    var from = selection.from() == null ? end.minus(ONE_DAY) : selection.from();
    var period =
        new Totals.Period(
            selection.by(), from.truncatedTo(ChronoUnit.HOURS), end, selection.cpoId());
    return pages.after(after, period, most);
  }
}
