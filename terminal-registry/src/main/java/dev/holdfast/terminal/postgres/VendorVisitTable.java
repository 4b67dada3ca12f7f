package dev.holdfast.terminal.postgres;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.terminal.core.vendor.Vendor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Which terminals the vendors' clouds are asked for next. */
@ApplicationScoped
public class VendorVisitTable {
  /**
   * Claims terminals of a vendor that are due, at most so many, and plans their next visit before
   * this one is made: another instance takes others, and one that dies on the way makes up for it
   * next time. The next visit is after 80 to 120 % of the interval, drawn for each terminal: those
   * that were imported together do not stay together.
   *
   * @return their serials
   */
  public Uni<List<String>> claim(
      Transaction transaction, Vendor vendor, int limit, Duration interval) {
    return transaction
        .session()
        .createNativeQuery(
            """
            with due as materialized (select serial from vendor_visit
                                      where vendor = ?3 and due_at <= now()
                                      order by due_at limit ?2 for update skip locked)
            update vendor_visit v
            set due_at = now() + ?1 * (0.8 + 0.4 * random()) * interval '1 millisecond'
            from due where v.serial = due.serial
            returning v.serial
            """,
            String.class)
        .setParameter(1, (double) interval.toMillis())
        .setParameter(2, limit)
        .setParameter(3, vendor.name())
        .getResultList();
  }

  /** Makes claimed visits due again, now: somebody else shall make them. */
  public Uni<Void> giveBack(Transaction transaction, Collection<String> serials) {
    return transaction
        .session()
        .createNativeQuery(
            """
            update vendor_visit set due_at = now() where serial in (
              select serial from vendor_visit where serial = any(?1)
              order by serial for update)
            """)
        .setParameter(1, serials.toArray(String[]::new))
        .executeUpdate()
        .replaceWithVoid();
  }

  static Uni<?> plan(Transaction transaction, String[] serials) {
    return serials.length == 0
        ? Uni.createFrom().voidItem()
        : transaction
            .session()
            .createNativeQuery(
                """
                insert into vendor_visit (serial, vendor)
                select serial, vendor from terminal where serial = any(?1)
                """)
            .setParameter(1, serials)
            .executeUpdate();
  }

  static Uni<Void> cancel(Transaction transaction, String[] serials) {
    return serials.length == 0
        ? Uni.createFrom().voidItem()
        : transaction
            .session()
            .createNativeQuery("delete from vendor_visit where serial = any(?1)")
            .setParameter(1, serials)
            .executeUpdate()
            .replaceWithVoid();
  }
}
