package dev.holdfast.settlement;

import dev.holdfast.settlement.postgres.Invariant;
import dev.holdfast.settlement.postgres.InvariantPages;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;

/** Checks every invariant over all rows: a question for now and then, not for each request. */
@ApplicationScoped
public class CheckInvariants {
  private final InvariantPages pages;

  CheckInvariants(InvariantPages pages) {
    this.pages = pages;
  }

  /** An invariant, and how many rows break it. */
  public record Finding(String invariant, long rows) {}

  /** One finding for each invariant, in the order of the enum. */
  public Uni<List<Finding>> check() {
    return Multi.createFrom()
        .items(Invariant.values())
        .onItem()
        .transformToUniAndConcatenate(this::check)
        .collect()
        .asList();
  }

  private Uni<Finding> check(Invariant invariant) {
    var name = invariant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return pages.broken(invariant).map(rows -> new Finding(name, rows));
  }
}
