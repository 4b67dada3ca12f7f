package dev.holdfast.settlement;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.settlement.core.Tally;
import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.core.payment.Settlement;
import dev.holdfast.settlement.core.payment.Version;
import dev.holdfast.settlement.core.trail.Trail;
import dev.holdfast.settlement.core.trail.TrailStep;
import dev.holdfast.settlement.postgres.TotalsTable;
import dev.holdfast.settlement.postgres.TrailTable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps what dashboards look at true to the settlements, in the transaction that changes them: the
 * trail of each payment, and the totals.
 */
@ApplicationScoped
public class KeepViews {
  private final TrailTable trail;
  private final TotalsTable totals;

  KeepViews(TrailTable trail, TotalsTable totals) {
    this.trail = trail;
    this.totals = totals;
  }

  /**
   * Puts what was heard on the trails. Before any settlement is locked, as every writer does it: so
   * no two of them can wait for each other.
   */
  public Uni<Void> tell(Transaction transaction, List<TrailStep> heard) {
    return trail.tell(transaction, heard);
  }

  /** Follows the versions from the states before them, which are missing for new settlements. */
  Uni<Void> follow(
      Transaction transaction, Map<Reference, Settlement> before, List<Version> versions) {
    List<TrailStep> told =
        versions.stream().map(version -> Trail.of(version.state(), version.at())).toList();
    var last = new LinkedHashMap<Reference, Settlement>();
    versions.forEach(version -> last.put(version.state().reference(), version.state()));
    List<Tally> changes =
        last.values().stream()
            .flatMap(after -> Tally.between(before.get(after.reference()), after).stream())
            .toList();
    // The totals last: their rows are few, and others wait for them until this is committed.
    return trail.tell(transaction, told).chain(() -> totals.add(transaction, changes));
  }
}
