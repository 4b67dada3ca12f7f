package dev.holdfast.terminal.postgres;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Which terminals the vendor's clouds are asked for next. */
@ApplicationScoped
public class VendorVisits {
  /**
   * Claims terminals that are due, at most so many, and plans their next visit before this one is
   * made: another instance takes others, and one that dies on the way makes up for it next time.
   * The next visit is after 80 to 120 % of the interval, drawn for each terminal: those that were
   * imported together do not stay together.
   */
  public Uni<List<String>> claim(Mutiny.StatelessSession session, int limit, Duration interval) {
    return session
        .createNativeQuery(
            """
            update vendor_visit
            set due_at = now() + ?1 * (0.8 + 0.4 * random()) * interval '1 millisecond'
            where serial in (select serial from vendor_visit where due_at <= now()
                             order by due_at limit ?2 for update skip locked)
            returning serial
            """,
            String.class)
        .setParameter(1, (double) interval.toMillis())
        .setParameter(2, limit)
        .getResultList();
  }
}
