package dev.holdfast.authorization.postgres;

import dev.holdfast.authorization.core.Work;
import dev.holdfast.delivery.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of authorizations, for those who write: locked before they are decided on. */
@ApplicationScoped
public class Authorizations {
  private static final int BATCH = 500;

  /** Locks and reads, in the order of the keys' text, as every other writer does. */
  public Uni<List<AuthorizationRow>> lock(Transaction transaction, Collection<UUID> references) {
    UUID[] keys =
        references.stream()
            .distinct()
            .sorted(Comparator.comparing(UUID::toString))
            .toArray(UUID[]::new);
    return transaction
        .session()
        .createNativeQuery(
            """
            select * from authorizations where reference = any(?1)
            order by reference for update
            """,
            AuthorizationRow.class)
        .setParameter(1, keys)
        .getResultList();
  }

  /** Locks what is due of this work and nobody else is at, the longest due first. */
  public Uni<List<AuthorizationRow>> lockDue(
      Transaction transaction, Work work, Instant now, int limit) {
    return transaction
        .session()
        .createNativeQuery(
            """
            select * from authorizations where due_at <= ?1 and work = ?2
            order by due_at limit ?3 for update skip locked
            """,
            AuthorizationRow.class)
        .setParameter(1, now)
        .setParameter(2, work.name())
        .setParameter(3, limit)
        .getResultList();
  }

  /**
   * Calls that may be made now.
   *
   * @param vendor whose cloud answers
   * @param cloud the vendor's that is called here
   * @param endsBefore a hold that stands, and ends before this, cannot wait until its cloud is up
   * @param limit how many at most
   */
  public record CallsToMake(String vendor, String cloud, Instant endsBefore, int limit) {}

  /**
   * Locks calls that are due and nobody else is at, those first whose hold ends first: they lose
   * most by waiting, and those whose hold has ended lose nothing. While the registry says that a
   * cloud is DOWN all others wait; where there is no hold yet a driver waits, too.
   */
  public Uni<List<AuthorizationRow>> lockCalls(
      Transaction transaction, CallsToMake calls, Instant now) {
    return transaction
        .session()
        .createNativeQuery(
            """
            select * from authorizations due
            where work in ('SEND', 'LOOK_UP') and due_at <= ?1 and vendor = ?2
              and (expires_at is null or (expires_at > ?1 and expires_at <= ?3) or not exists (
                select from vendors where cloud = ?4 and status = 'DOWN'))
            order by (expires_at <= ?1) is true, expires_at nulls first, due_at limit ?5 for update skip locked
            """,
            AuthorizationRow.class)
        .setParameter(1, now)
        .setParameter(2, calls.vendor())
        .setParameter(3, calls.endsBefore())
        .setParameter(4, calls.cloud())
        .setParameter(5, calls.limit())
        .getResultList();
  }

  /** The row that a request with this key has made, if any: none or one. */
  public Uni<List<AuthorizationRow>> ofRequest(Transaction transaction, String key) {
    return transaction
        .session()
        .createNativeQuery(
            "select * from authorizations where idempotency_key = ?1", AuthorizationRow.class)
        .setParameter(1, key)
        .getResultList();
  }

  /** Reads without a lock. */
  public Uni<Optional<AuthorizationRow>> find(Transaction transaction, UUID reference) {
    return transaction.session().get(AuthorizationRow.class, reference).map(Optional::ofNullable);
  }

  /** The row whose driver stands at this terminal, if any: none or one. */
  public Uni<List<AuthorizationRow>> atTerminal(Transaction transaction, String serial) {
    return transaction
        .session()
        .createNativeQuery(
            """
            select * from authorizations
            where terminal_serial = ?1 and status in ('AWAITING_CARD', 'AUTHORIZING')
            """,
            AuthorizationRow.class)
        .setParameter(1, serial)
        .getResultList();
  }

  /** Keeps the claim on a terminal that still waits for its card; false when it does not. */
  public Uni<Boolean> renew(Transaction transaction, UUID reference, Instant until) {
    return transaction
        .session()
        .createNativeQuery(
            """
            update authorizations set due_at = ?2
            where reference = ?1 and status = 'AWAITING_CARD'
            """)
        .setParameter(1, reference)
        .setParameter(2, until)
        .executeUpdate()
        .map(rows -> rows == 1);
  }

  /**
   * Makes a look-up due now that is not due before that moment, or that was given up; does nothing
   * where there is none.
   */
  public Uni<Void> hasten(Transaction transaction, UUID reference, Instant now, Instant notBefore) {
    return transaction
        .session()
        .createNativeQuery(
            """
            update authorizations set work = 'LOOK_UP', due_at = ?2
            where reference = ?1
              and ((work = 'LOOK_UP' and due_at > ?3) or (work is null and unknown))
            """)
        .setParameter(1, reference)
        .setParameter(2, now)
        .setParameter(3, notBefore)
        .executeUpdate()
        .replaceWithVoid();
  }

  /** Writes a new row. */
  public Uni<Void> insert(Transaction transaction, AuthorizationRow row) {
    return transaction.session().insert(row);
  }

  /** Writes changed rows, which must be locked, as one batch. */
  public Uni<Void> update(Transaction transaction, List<AuthorizationRow> rows) {
    return rows.isEmpty()
        ? Uni.createFrom().voidItem()
        : transaction.session().updateAll(BATCH, rows.toArray());
  }
}
