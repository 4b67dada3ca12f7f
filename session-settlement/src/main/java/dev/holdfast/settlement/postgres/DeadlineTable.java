package dev.holdfast.settlement.postgres;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.settlement.core.Deadline;
import dev.holdfast.settlement.core.payment.Reference;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The settlements that wait for something no longer than until a time. */
@ApplicationScoped
public class DeadlineTable {
  private static final String PUT_OFF =
      """
      update settlement set due_at = now() + interval '10 minutes'
      where reference = ?1 and due_at <= now()
      """;

  private static final String DUE_SOMEWHERE =
      """
      select distinct due from settlement
      where reference in (select reference from settlement_lookup where due_at <= ?1)
      """;

  /** Which deadlines have passed somewhere; none that only a newer version knows. */
  public Uni<Set<Deadline>> passed(Transaction transaction, Instant now) {
    return transaction
        .session()
        .createNativeQuery(DUE_SOMEWHERE, String.class)
        .setParameter(1, now)
        .getResultList()
        .map(DeadlineTable::known);
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
  public Uni<List<Reference>> lock(Transaction transaction, Map<Deadline, Instant> until) {
    return due(transaction, "order by l.due_at limit " + SettlementTable.BATCH, until)
        .getResultList()
        .map(found -> found.stream().map(Reference::new).toList());
  }

  /** Locks this one if its time has come and no other instance holds it; else there is none. */
  public Uni<List<Reference>> lock(
      Transaction transaction, Map<Deadline, Instant> until, Reference reference) {
    return due(transaction, "and s.reference = ?4", until)
        .setParameter(4, reference.value())
        .getResultList()
        .map(found -> found.stream().map(Reference::new).toList());
  }

  /**
   * By the latest moment the index is searched. The settlement itself is asked as well: that, and
   * not what it is looked for by, is as it became while its lock was waited for.
   */
  private static Mutiny.SelectionQuery<UUID> due(
      Transaction transaction, String which, Map<Deadline, Instant> until) {
    return transaction
        .session()
        .createNativeQuery(
            """
            select s.reference from settlement_lookup l join settlement s using (reference)
            join unnest(cast(?1 as text[]), cast(?2 as bigint[])) as heard(due, until)
              on heard.due = s.due
            where l.due_at <= ?3
              and s.due_at <= timestamptz 'epoch' + heard.until * interval '1 microsecond' %s
            for update of s skip locked
            """
                .formatted(which),
            UUID.class)
        .setParameter(1, until.keySet().stream().map(Deadline::name).toArray(String[]::new))
        .setParameter(2, until.values().stream().map(DeadlineTable::micros).toArray(Long[]::new))
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

  private static long micros(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }
}
