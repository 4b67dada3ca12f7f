package dev.holdfast.settlement;

import dev.holdfast.delivery.WrittenByNewer;
import dev.holdfast.settlement.core.Deadline;
import dev.holdfast.settlement.core.SettlementFilter;
import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.core.payment.Settlement;
import dev.holdfast.settlement.postgres.SettlementPages;
import dev.holdfast.settlement.postgres.SettlementRow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows settlements as their rows have them. */
@ApplicationScoped
public class ShowSettlements {
  private final SettlementPages pages;

  ShowSettlements(SettlementPages pages) {
    this.pages = pages;
  }

  /** What a row has to show. */
  public sealed interface Found {
    /** The payment. */
    Reference reference();

    static Found in(SettlementRow row) {
      try {
        return Shown.in(row);
      } catch (WrittenByNewer unknown) {
        return new Unreadable(row.reference(), row.version(), row.changedAt(), unknown);
      }
    }
  }

  /** A state, when it was reached, and what it waits for. */
  public record Shown(Settlement state, Instant changedAt, Deadline.@Nullable Due due)
      implements Found {
    static Shown in(SettlementRow row) {
      return new Shown(row.toState(), row.changedAt(), row.due());
    }

    @Override
    public Reference reference() {
      return state.reference();
    }
  }

  /** Written by a newer version: of it only what every version keeps alike. */
  public record Unreadable(Reference reference, long version, Instant changedAt, WrittenByNewer why)
      implements Found {}

  /** At most so many behind that one, or the first ones; the newest taps first. */
  public Uni<List<Found>> list(@Nullable Reference after, SettlementFilter filter, int most) {
    return pages.after(after, filter, most).map(rows -> rows.stream().map(Found::in).toList());
  }

  /** How many there are, up to so many. */
  public Uni<Long> count(SettlementFilter filter, int most) {
    return pages.count(filter, most);
  }
}
