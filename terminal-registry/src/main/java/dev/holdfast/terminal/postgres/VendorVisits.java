package dev.holdfast.terminal.postgres;

import dev.holdfast.delivery.Transactions;
import dev.holdfast.terminal.core.vendor.Vendor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Which terminals the vendors' clouds are asked for next. */
@ApplicationScoped
public class VendorVisits {
  private final Transactions transactions;

  VendorVisits(Transactions transactions) {
    this.transactions = transactions;
  }

  /** As {@link #claim(Mutiny.StatelessSession, Vendor, int, Duration)}, on its own. */
  public Uni<List<String>> claim(Vendor vendor, int limit, Duration interval) {
    return transactions.run(transaction -> claim(transaction.session(), vendor, limit, interval));
  }

  /**
   * Claims terminals of a vendor that are due, at most so many, and plans their next visit before
   * this one is made: another instance takes others, and one that dies on the way makes up for it
   * next time. The next visit is after 80 to 120 % of the interval, drawn for each terminal: those
   * that were imported together do not stay together.
   *
   * @return their serials
   */
  public static Uni<List<String>> claim(
      Mutiny.StatelessSession session, Vendor vendor, int limit, Duration interval) {
    return session
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
  public Uni<Void> giveBack(Collection<String> serials) {
    return transactions.run(transaction ->
        transaction
            .session()
            .createNativeQuery(
                """
                update vendor_visit set due_at = now() where serial in (
                  select serial from vendor_visit where serial = any(?1)
                  order by serial for update)
                """)
            .setParameter(1, serials.toArray(String[]::new))
            .executeUpdate()
            .replaceWithVoid());
  }
}
