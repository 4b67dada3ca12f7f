package dev.holdfast.terminal.postgres;

import static java.util.stream.Collectors.toMap;

import dev.holdfast.terminal.core.Vendor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** Which terminals the vendors' clouds are asked for next. */
@ApplicationScoped
public class VendorVisits {
  /**
   * Claims terminals that are due, at most so many, and plans their next visit before this one is
   * made: another instance takes others, and one that dies on the way makes up for it next time.
   * The next visit is after 80 to 120 % of the interval, drawn for each terminal: those that were
   * imported together do not stay together.
   *
   * @return their vendors, by serial
   */
  public Uni<Map<String, Vendor>> claim(
      Mutiny.StatelessSession session, int limit, Duration interval) {
    return session
        .createNativeQuery(
            """
            with due as materialized (select serial from vendor_visit where due_at <= now()
                                      order by due_at limit ?2 for update skip locked)
            update vendor_visit v
            set due_at = now() + ?1 * (0.8 + 0.4 * random()) * interval '1 millisecond'
            from due join terminal t on t.serial = due.serial
            where v.serial = due.serial
            returning v.serial, t.vendor
            """,
            Object[].class)
        .setParameter(1, (double) interval.toMillis())
        .setParameter(2, limit)
        .getResultList()
        .map(due ->
            due.stream()
                .collect(
                    toMap(each -> (String) each[0], each -> Vendor.valueOf((String) each[1]))));
  }
}
