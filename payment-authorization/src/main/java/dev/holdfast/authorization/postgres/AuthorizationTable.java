package dev.holdfast.authorization.postgres;

import static java.util.stream.Collectors.toMap;

import dev.holdfast.delivery.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** The rows of authorizations, for those who write: locked before they are decided on. */
@ApplicationScoped
public class AuthorizationTable {
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

  /**
   * The database's time, once the locks are held: one clock for all instances, so that none takes
   * what another has a lease of, and the versions of a row are in order.
   */
  public Uni<Instant> now(Transaction transaction) {
    return transaction
        .session()
        .createNativeQuery(
            "select cast(extract(epoch from clock_timestamp()) * 1000000 as bigint)", Long.class)
        .getSingleResult()
        .map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
  }

  /** Reads without a lock. */
  public Uni<Optional<AuthorizationRow>> find(Transaction transaction, UUID reference) {
    return transaction.session().get(AuthorizationRow.class, reference).map(Optional::ofNullable);
  }

  /** The newest version that is here; does it have the name of the request that asked for it? */
  public record Newest(long version, boolean hasRequest) {}

  /** The newest versions of those that exist. */
  public Uni<Map<UUID, Newest>> newest(Transaction transaction, Collection<UUID> references) {
    return transaction
        .session()
        .createNativeQuery(
            """
            select reference, version, idempotency_key is not null
            from authorizations where reference = any(?1)
            """,
            Object[].class)
        .setParameter(1, references.toArray(UUID[]::new))
        .getResultList()
        .map(rows ->
            rows.stream()
                .collect(
                    toMap(
                        row -> (UUID) row[0],
                        row -> new Newest(((Number) row[1]).longValue(), (Boolean) row[2]))));
  }

  /**
   * Makes a look-up due now that is not due within that time, or that was given up; does nothing
   * where there is none.
   */
  public Uni<Void> hasten(Transaction transaction, UUID reference, Duration notWithin) {
    return transaction
        .session()
        .createNativeQuery(
            """
            update authorizations set work = 'LOOK_UP', due_at = now(), claimed_by = null
            where reference = ?1
              and ((work = 'LOOK_UP'
                  and due_at > now() + cast(?2 as bigint) * interval '1 microsecond')
                or (work is null and unknown))
            """)
        .setParameter(1, reference)
        .setParameter(2, TimeUnit.MICROSECONDS.convert(notWithin))
        .executeUpdate()
        .replaceWithVoid();
  }

  /**
   * Makes the look-ups at this vendor due now that were put off while it did not answer; its calls
   * that may be under way at this moment are left alone.
   */
  public Uni<Void> hastenAll(Transaction transaction, String vendor, Duration notWithin) {
    return transaction
        .session()
        .createNativeQuery(
            """
            update authorizations set due_at = now(), claimed_by = null
            where work = 'LOOK_UP' and vendor = ?1
              and due_at > now() + cast(?2 as bigint) * interval '1 microsecond'
            """)
        .setParameter(1, vendor)
        .setParameter(2, TimeUnit.MICROSECONDS.convert(notWithin))
        .executeUpdate()
        .replaceWithVoid();
  }

  /** Writes a new row. */
  public Uni<Void> insert(Transaction transaction, AuthorizationRow row) {
    return transaction.session().insert(row);
  }

  /** Writes new rows as one batch. */
  public Uni<Void> insert(Transaction transaction, List<AuthorizationRow> rows) {
    return rows.isEmpty()
        ? Uni.createFrom().voidItem()
        : transaction.session().insertAll(BATCH, rows.toArray());
  }

  /** Writes changed rows, which must be locked, as one batch. */
  public Uni<Void> update(Transaction transaction, List<AuthorizationRow> rows) {
    return rows.isEmpty()
        ? Uni.createFrom().voidItem()
        : transaction.session().updateAll(BATCH, rows.toArray());
  }
}
