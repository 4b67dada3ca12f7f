package dev.holdfast.authorization.postgres;

import dev.holdfast.authorization.core.admission.Halt;
import dev.holdfast.delivery.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What stands still: a handful of rows, which are kept when it goes on. */
@ApplicationScoped
public class HaltTable {
  private static final String COLUMNS =
      "select cast(id as text), what, vendor, cpo_id, halted_by, reason,"
          + " cast(extract(epoch from since) * 1000000 as bigint) from halts"
          + " where resumed_at is null";

  /** All that stand still now, the newest first. */
  public Uni<List<Halt>> open(Transaction transaction) {
    return transaction
        .session()
        .createNativeQuery(COLUMNS + " order by since desc", Object[].class)
        .getResultList()
        .map(rows -> rows.stream().map(HaltTable::halt).toList());
  }

  /** One of them goes on; empty where nothing stands still under this id. */
  public Uni<Optional<Halt>> resume(
      Transaction transaction, UUID id, String by, String why, Instant now) {
    return transaction
        .session()
        .createNativeQuery(COLUMNS + " and id = ?1 for update", Object[].class)
        .setParameter(1, id)
        .getResultList()
        .map(rows -> rows.stream().findFirst().map(HaltTable::halt))
        .call(() ->
            transaction
                .session()
                .createNativeQuery(
                    """
                    update halts set resumed_by = ?2, resumed_why = ?3, resumed_at = ?4
                    where id = ?1 and resumed_at is null
                    """)
                .setParameter(1, id)
                .setParameter(2, by)
                .setParameter(3, why)
                .setParameter(4, now)
                .executeUpdate());
  }

  /** Writes a new one. */
  public Uni<Void> insert(Transaction transaction, Halt halt) {
    return transaction
        .session()
        .createNativeQuery(
            """
            insert into halts (id, what, vendor, cpo_id, halted_by, reason, since)
            values (?1, ?2, cast(?3 as text), cast(?4 as text), ?5, ?6, ?7)
            """)
        .setParameter(1, halt.id())
        .setParameter(2, halt.what().name())
        .setParameter(3, halt.vendor())
        .setParameter(4, halt.cpoId())
        .setParameter(5, halt.by())
        .setParameter(6, halt.reason())
        .setParameter(7, halt.since())
        .executeUpdate()
        .replaceWithVoid();
  }

  static Halt halt(Object[] row) {
    return new Halt(
        UUID.fromString((String) row[0]),
        Constants.named(Halt.What.class, "what", (String) row[1]),
        (String) row[2],
        (String) row[3],
        (String) row[4],
        (String) row[5],
        Instant.EPOCH.plus(((Number) row[6]).longValue(), ChronoUnit.MICROS));
  }
}
