package dev.holdfast.settlement.postgres;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.settlement.core.Latest;
import dev.holdfast.settlement.core.SharedSessions.Claim;
import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.core.trail.HoldStory;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** The settlements, for those who write: locked before they are decided on. */
@ApplicationScoped
public class SettlementTable {
  static final int BATCH = 500;

  /** Rows are locked in one order by all writers. */
  private static final Comparator<Reference> ONE_ORDER = comparing(Reference::text);

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

  /** Those of the payments that have a settlement, and its version. */
  public Uni<Map<Reference, Long>> versions(Transaction transaction, List<Reference> references) {
    return transaction
        .session()
        .createNativeQuery(
            "select reference, version from settlement where reference = any(?1)", Object[].class)
        .setParameter(1, sorted(references))
        .getResultList()
        .map(rows ->
            rows.stream()
                .collect(toMap(row -> new Reference((UUID) row[0]), row -> (Long) row[1])));
  }

  /**
   * Which payments have taken these sessions; one that commits meanwhile is waited for at the end.
   */
  public Uni<Map<Claim, Reference>> owners(Transaction transaction, Set<Claim> claims) {
    if (claims.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return transaction
        .session()
        .createNativeQuery(
            """
            select cpo_id, billed_session, reference from settlement_lookup
            where billed_session = any(?1)
            """,
            Object[].class)
        .setParameter(1, claims.stream().map(Claim::sessionId).distinct().toArray(String[]::new))
        .getResultList()
        .map(rows ->
            rows.stream()
                .collect(
                    toMap(
                        row -> new Claim((String) row[0], (String) row[1]),
                        row -> new Reference((UUID) row[2]))));
  }

  /**
   * Writes the last version of each payment, and what was told of their holds: one statement for
   * new rows and one for known ones. A story alone makes no row.
   */
  public Uni<Void> write(
      Transaction transaction,
      Map<Reference, SettlementRow> locked,
      List<Latest> versions,
      Map<Reference, HoldStory> stories) {
    var fresh = new TreeMap<Reference, SettlementRow>(ONE_ORDER);
    var known = new TreeMap<Reference, SettlementRow>(ONE_ORDER);
    for (Latest latest : versions) {
      Reference reference = latest.state().reference();
      SettlementRow row = locked.get(reference);
      if (row == null) {
        fresh.put(reference, SettlementRow.of(latest));
      } else {
        row.become(latest);
        known.put(reference, row);
      }
    }
    stories.forEach((reference, story) -> {
      SettlementRow row = locked.getOrDefault(reference, fresh.get(reference));
      if (row != null && row.hear(story) && !fresh.containsKey(reference)) {
        known.put(reference, row);
      }
    });
    return SettlementColumns.insert(transaction, fresh.values())
        .chain(() -> SettlementColumns.update(transaction, known.values()));
  }

  private static UUID[] sorted(List<Reference> references) {
    return references.stream().sorted(ONE_ORDER).map(Reference::value).toArray(UUID[]::new);
  }
}
