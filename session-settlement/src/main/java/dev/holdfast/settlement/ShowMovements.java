package dev.holdfast.settlement;

import dev.holdfast.settlement.core.report.Movement;
import dev.holdfast.settlement.postgres.MovementPages;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows the money that moved here and that no gateway's report tells yet. */
@ApplicationScoped
public class ShowMovements {
  private final MovementPages pages;

  ShowMovements(MovementPages pages) {
    this.pages = pages;
  }

  /** At most so many behind that place, or the first ones; the oldest first. */
  public Uni<List<Movement>> unreported(
      Movement.@Nullable Place after, Movement.Filter filter, int most) {
    return pages.unreported(after, filter, most);
  }
}
