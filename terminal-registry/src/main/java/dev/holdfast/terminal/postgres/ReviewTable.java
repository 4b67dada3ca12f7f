package dev.holdfast.terminal.postgres;

import dev.holdfast.delivery.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** Which terminals are to be judged anew though nobody said anything of them. */
@ApplicationScoped
public class ReviewTable {
  /** A terminal, and since when it is due. */
  public record Due(Instant since, String serial) {
    /** Before all others. */
    public static final Due FIRST = new Due(Instant.EPOCH, "");
  }

  /**
   * Some that are due, the longest due first. They are not locked: who changes them locks their
   * CPOs first.
   *
   * @param after those before this one, and it, were seen already
   */
  public Uni<List<Due>> due(Transaction transaction, Due after, Instant now, int limit) {
    return transaction
        .session()
        .createNativeQuery(
            """
            select review_at, serial from terminal
            where review_at <= ?1 and (review_at, serial) > (?2, ?3)
            order by review_at, serial limit ?4
            """,
            Object[].class)
        .setParameter(1, now)
        .setParameter(2, after.since())
        .setParameter(3, after.serial())
        .setParameter(4, limit)
        .getResultList()
        .map(rows -> rows.stream().map(ReviewTable::due).toList());
  }

  private static Due due(Object[] row) {
    return new Due(((OffsetDateTime) row[0]).toInstant(), (String) row[1]);
  }

  /** Makes all due where they were last judged by something else. */
  public Uni<Void> dueIfOther(Transaction transaction, String fingerprint, Instant now) {
    return transaction
        .session()
        .createNativeQuery(
            """
            insert into judged_by (fingerprint) values (?1)
            on conflict (only_row) do update set fingerprint = excluded.fingerprint
            where judged_by.fingerprint <> excluded.fingerprint
            """)
        .setParameter(1, fingerprint)
        .executeUpdate()
        .chain(written -> written == 0 ? Uni.createFrom().item(0) : allDue(transaction, now))
        .replaceWithVoid();
  }

  private static Uni<Integer> allDue(Transaction transaction, Instant now) {
    return transaction
        .session()
        // In the order in which everybody locks terminals.
        .createNativeQuery(
            """
            update terminal set review_at = ?1 where serial in (
              select serial from terminal where not retired order by serial for update)
            """)
        .setParameter(1, now)
        .executeUpdate();
  }
}
