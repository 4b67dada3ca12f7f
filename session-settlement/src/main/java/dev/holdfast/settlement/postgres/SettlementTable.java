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
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** The settlements, for those who write: locked before they are decided on. */
@ApplicationScoped
public class SettlementTable {
  static final int BATCH = 500;

  private static final String PUT_OFF =
      """
      update settlement set due_at = now() + interval '10 minutes'
      where reference = ?1 and due_at <= now()
      """;

  private final Deadline.Patience patience;

  SettlementTable(Deadline.Patience patience) {
    this.patience = patience;
  }

  /** Which deadlines have passed somewhere; none that only a newer version knows. */
  public Uni<Set<Deadline>> due(Transaction transaction, Instant now) {
    return transaction
        .session()
        .createNativeQuery("select distinct due from settlement where due_at <= ?1", String.class)
        .setParameter(1, now)
        .getResultList()
        .map(SettlementTable::known);
  }

  private static Set<Deadline> known(List<String> names) {
    Set<Deadline> known = EnumSet.allOf(Deadline.class);
    known.removeIf(deadline -> !names.contains(deadline.name()));
    return known;
  }

  /**
   * Locks some whose time has come, but none that another instance holds.
   *
   * @param until up to when each deadline may be met; one that is not named is left alone
   */
  public Uni<List<Reference>> lockDue(Transaction transaction, Map<Deadline, Instant> until) {
    return due(transaction, "order by due_at limit " + BATCH, until)
        .getResultList()
        .map(found -> found.stream().map(Reference::new).toList());
  }

  /** Locks this one if its time has come and no other instance holds it; else there is none. */
  public Uni<List<Reference>> lockDue(
      Transaction transaction, Map<Deadline, Instant> until, Reference reference) {
    return due(transaction, "and reference = ?4", until)
        .setParameter(4, reference.value())
        .getResultList()
        .map(found -> found.stream().map(Reference::new).toList());
  }

  /** The latest moment is asked for once more, because by that the index is searched. */
  private static Mutiny.SelectionQuery<UUID> due(
      Transaction transaction, String which, Map<Deadline, Instant> until) {
    return transaction
        .session()
        .createNativeQuery(
            """
            select s.reference from settlement s
            join unnest(cast(?1 as text[]), cast(?2 as bigint[])) as heard(due, until)
              on heard.due = s.due
            where s.due_at <= ?3
              and s.due_at <= timestamptz 'epoch' + heard.until * interval '1 microsecond' %s
            for update of s skip locked
            """
                .formatted(which),
            UUID.class)
        .setParameter(1, until.keySet().stream().map(Deadline::name).toArray(String[]::new))
        .setParameter(2, until.values().stream().map(SettlementTable::micros).toArray(Long[]::new))
        .setParameter(3, Collections.max(until.values()));
  }

  /** Looks at one whose deadline cannot be met again only after a while. */
  public Uni<Void> putOff(Transaction transaction, Reference reference) {
    return transaction
        .session()
        .createNativeQuery(PUT_OFF)
        .setParameter(1, reference.value())
        .executeUpdate()
        .replaceWithVoid();
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

  private static long micros(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }

  private static UUID[] sorted(List<Reference> references) {
    return references.stream()
        .sorted(comparing(Reference::text))
        .map(Reference::value)
        .toArray(UUID[]::new);
  }
}
