package dev.holdfast.settlement;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.settlement.core.Command;
import dev.holdfast.settlement.core.Deadline;
import dev.holdfast.settlement.core.Decision;
import dev.holdfast.settlement.core.Latest;
import dev.holdfast.settlement.core.Patience;
import dev.holdfast.settlement.core.SharedSessions;
import dev.holdfast.settlement.core.SharedSessions.Claim;
import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.core.payment.Settlement;
import dev.holdfast.settlement.core.payment.Version;
import dev.holdfast.settlement.core.trail.HoldStory;
import dev.holdfast.settlement.postgres.MovementTable;
import dev.holdfast.settlement.postgres.SettlementRow;
import dev.holdfast.settlement.postgres.SettlementTable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes versions of settlements, what each waits for from then on, and what money moved. */
@ApplicationScoped
class WriteVersions {
  private final SettlementTable settlements;
  private final MovementTable movements;
  private final Patience patience;

  WriteVersions(SettlementTable settlements, MovementTable movements, Patience patience) {
    this.settlements = settlements;
    this.movements = movements;
    this.patience = patience;
  }

  /** Locks the settlements of these payments; a new one has no row yet. */
  Uni<Map<Reference, SettlementRow>> lock(Transaction transaction, List<Reference> references) {
    return settlements.lock(transaction, references);
  }

  /** What the rows hold. */
  static Map<Reference, Settlement> states(Map<Reference, SettlementRow> locked) {
    var states = new HashMap<Reference, Settlement>();
    locked.forEach((reference, row) -> states.put(reference, row.toState()));
    return states;
  }

  /** What must be said first to payments whose session another payment has taken. */
  Uni<List<Command>> elsewhere(
      Transaction transaction, Map<Reference, Settlement> before, List<Decision> decisions) {
    Map<Claim, Reference> fresh = SharedSessions.fresh(before, decisions);
    return settlements
        .owners(transaction, fresh.keySet())
        .map(owners -> {
          var all = new HashMap<>(fresh);
          all.putAll(owners);
          return SharedSessions.elsewhere(before, decisions, all);
        });
  }

  /** Writes the last version of each payment, and what was told of their holds. */
  Uni<Void> write(
      Transaction transaction,
      Map<Reference, SettlementRow> locked,
      List<Version> versions,
      Map<Reference, HoldStory> stories) {
    List<Latest> last = patience.last(versions, reference -> due(locked, reference));
    return settlements
        .write(transaction, locked, last, stories)
        .chain(() -> movements.write(transaction, versions.stream().map(Version::state)));
  }

  private static Deadline.@Nullable Due due(
      Map<Reference, SettlementRow> locked, Reference reference) {
    SettlementRow row = locked.get(reference);
    return row == null ? null : row.due();
  }
}
