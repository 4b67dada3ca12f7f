package dev.holdfast.settlement;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.settlement.core.Tally;
import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.core.payment.Settlement;
import dev.holdfast.settlement.core.payment.Version;
import dev.holdfast.settlement.postgres.TotalsTable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps the totals true to the settlements, in the transaction that changes them. */
@ApplicationScoped
class KeepTotals {
  private final TotalsTable totals;

  KeepTotals(TotalsTable totals) {
    this.totals = totals;
  }

  /**
   * Follows the versions from the states before them, which are missing for new settlements. Last
   * of all that a transaction does: the rows are few, and others wait for them until it commits.
   */
  Uni<Void> follow(
      Transaction transaction, Map<Reference, Settlement> before, List<Version> versions) {
    var last = new LinkedHashMap<Reference, Settlement>();
    versions.forEach(version -> last.put(version.state().reference(), version.state()));
    return totals.add(
        transaction,
        last.values().stream()
            .flatMap(after -> Tally.between(before.get(after.reference()), after).stream())
            .toList());
  }
}
