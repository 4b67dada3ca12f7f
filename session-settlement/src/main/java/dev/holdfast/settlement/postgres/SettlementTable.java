package dev.holdfast.settlement.postgres;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.settlement.core.Deadline;
import dev.holdfast.settlement.core.Reference;
import dev.holdfast.settlement.core.Settlement;
import dev.holdfast.settlement.core.Step;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** The settlements, for those who write: locked before they are decided on. */
@ApplicationScoped
public class SettlementTable {
  static final int BATCH = 500;

  private final Deadline.Patience patience;

  SettlementTable(Deadline.Patience patience) {
    this.patience = patience;
  }

  /** Locks some whose time has come, but none that another instance holds. */
  public Uni<List<Reference>> lockDue(Transaction transaction, Instant now) {
    return transaction
        .session()
        .createNativeQuery(
            """
            select * from settlement where due_at <= ?1 order by due_at limit ?2
            for update skip locked
            """,
            SettlementRow.class)
        .setParameter(1, now)
        .setParameter(2, BATCH)
        .getResultList()
        .map(rows -> rows.stream().map(SettlementRow::reference).toList());
  }

  /**
   * Locks and reads those that exist, sorted by the keys' text as every other writer does. A new
   * one cannot be locked: two writers may race on it, and the later is refused with 23505.
   */
  public Uni<Map<Reference, SettlementRow>> lock(
      Transaction transaction, List<Reference> references) {
    return transaction
        .session()
        .createNativeQuery(
            """
            select * from settlement where reference = any(?1) order by reference for update
            """,
            SettlementRow.class)
        .setParameter(1, sorted(references))
        .getResultList()
        .map(rows -> rows.stream().collect(toMap(SettlementRow::reference, Function.identity())));
  }

  /** Writes the last state of each payment: one row each, one batch for new and one for known. */
  public Uni<Void> write(
      Transaction transaction,
      Map<Reference, SettlementRow> locked,
      List<Step> steps,
      Instant now) {
    List<SettlementRow> fresh = new ArrayList<>();
    List<SettlementRow> known = new ArrayList<>();
    for (Settlement last : lastStates(steps)) {
      SettlementRow row = locked.get(last.reference());
      if (row == null) {
        fresh.add(SettlementRow.of(last, now, patience));
      } else {
        row.become(last, now, patience);
        known.add(row);
      }
    }
    return insert(transaction, fresh).chain(() -> update(transaction, known));
  }

  private static List<Settlement> lastStates(List<Step> steps) {
    Map<Reference, Settlement> last = new LinkedHashMap<>();
    steps.forEach(step -> last.put(step.after().reference(), step.after()));
    return last.values().stream().sorted(comparing(s -> s.reference().text())).toList();
  }

  static Uni<Void> insert(Transaction transaction, List<?> rows) {
    return rows.isEmpty()
        ? Uni.createFrom().voidItem()
        : transaction.session().insertAll(BATCH, rows.toArray());
  }

  private static Uni<Void> update(Transaction transaction, List<SettlementRow> rows) {
    return rows.isEmpty()
        ? Uni.createFrom().voidItem()
        : transaction.session().updateAll(BATCH, rows.toArray());
  }

  private static UUID[] sorted(List<Reference> references) {
    return references.stream()
        .sorted(comparing(Reference::text))
        .map(Reference::value)
        .toArray(UUID[]::new);
  }
}
