package dev.holdfast.settlement.postgres;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.settlement.core.journal.InvariantFinding;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Checks the invariants, in one instance at a time, and keeps what was found of each. */
@ApplicationScoped
public class InvariantTable {
  /** Any two numbers that nobody else locks; whoever dies lets go of them. */
  private static final String BEGIN =
      """
      select pg_try_advisory_xact_lock(20261126, 5)
        and not exists (select 1 from invariant_finding where checked_at > ?1)
      """;

  private static final String KEEP =
      """
      insert into invariant_finding (invariant, broken_by, checked_at) values (?1, ?2, ?3)
      on conflict (invariant) do update
      set broken_by = excluded.broken_by, checked_at = excluded.checked_at
      """;

  /**
   * Lets nobody else check before the end of the transaction.
   *
   * @param notSince nobody may have checked after that
   * @return false where somebody has, or is at it
   */
  public Uni<Boolean> begin(Transaction transaction, Instant notSince) {
    return transaction
        .session()
        .createNativeQuery(BEGIN, Boolean.class)
        .setParameter(1, notSince)
        .getSingleResult();
  }

  /** How many rows break it. */
  public Uni<Long> broken(Transaction transaction, Invariant invariant) {
    return transaction.session().createNativeQuery(invariant.count(), Long.class).getSingleResult();
  }

  /** Keeps what was found, in place of what was found before. */
  public Uni<Void> keep(Transaction transaction, List<InvariantFinding> findings) {
    return Multi.createFrom()
        .iterable(findings)
        .onItem()
        .transformToUniAndConcatenate(finding -> keep(transaction, finding))
        .onItem()
        .ignoreAsUni();
  }

  private static Uni<Integer> keep(Transaction transaction, InvariantFinding finding) {
    return transaction
        .session()
        .createNativeQuery(KEEP)
        .setParameter(1, finding.invariant())
        .setParameter(2, finding.rows())
        .setParameter(3, finding.checkedAt())
        .executeUpdate();
  }
}
