package dev.holdfast.settlement;

import dev.holdfast.settlement.core.journal.ManualEntry;
import dev.holdfast.settlement.core.journal.ManualFilter;
import dev.holdfast.settlement.postgres.ManualEntryPages;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows what people want booked, and what they have booked. */
@ApplicationScoped
public class ShowManualEntries {
  private final ManualEntryPages pages;

  ShowManualEntries(ManualEntryPages pages) {
    this.pages = pages;
  }

  /**
   * At most so many that were asked for before that place, the newest first; null: the first ones.
   */
  public Uni<List<ManualEntry>> list(
      ManualFilter.@Nullable Place last, ManualFilter filter, int most) {
    return pages.list(last, filter, most);
  }

  /** The one with that id. */
  public Uni<Optional<ManualEntry>> one(UUID id) {
    return pages.find(id);
  }
}
