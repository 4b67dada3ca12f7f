package dev.holdfast.terminal.postgres;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Which terminals are to be judged anew though nobody said anything of them. */
@ApplicationScoped
public class Reviews {
  /**
   * The serials of some that are due, the longest due first. They are not locked: who changes them
   * locks their CPOs first.
   */
  public Uni<List<String>> due(Mutiny.StatelessSession session, Instant now, int limit) {
    return session
        .createNativeQuery(
            "select serial from terminal where review_at <= ?1 order by review_at limit ?2",
            String.class)
        .setParameter(1, now)
        .setParameter(2, limit)
        .getResultList();
  }

  /** Makes all due where they were last judged by something else. */
  public Uni<Void> dueIfOther(Mutiny.StatelessSession session, String fingerprint, Instant now) {
    return session
        .createNativeQuery(
            """
            insert into judged_by (fingerprint) values (?1)
            on conflict (only_row) do update set fingerprint = excluded.fingerprint
            where judged_by.fingerprint <> excluded.fingerprint
            """)
        .setParameter(1, fingerprint)
        .executeUpdate()
        .chain(written -> written == 0 ? Uni.createFrom().item(0) : allDue(session, now))
        .replaceWithVoid();
  }

  private static Uni<Integer> allDue(Mutiny.StatelessSession session, Instant now) {
    return session
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
