package dev.holdfast.settlement.postgres;

import dev.holdfast.delivery.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** The partitions of the journal: one for the payments that were tapped in a month. */
@ApplicationScoped
public class MonthTable {
  /** Makes those of so many months, beginning with the one of that day; says how many it made. */
  public Uni<Integer> keep(Transaction transaction, LocalDate from, int months) {
    return transaction
        .session()
        .createNativeQuery("select keep_months(?1, ?2)", Integer.class)
        .setParameter(1, from)
        .setParameter(2, months)
        .getSingleResult();
  }
}
