package dev.holdfast.settlement.postgres;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.settlement.core.report.Progress;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** How far the reports are that are being read or booked. */
@ApplicationScoped
public class ReportProgressTable {
  private static final String WRITE =
      """
      insert into report_progress (report_id, step, done, total, told_at)
      values (?1, ?2, ?3, ?4, ?5)
      on conflict (report_id) do update
      set step = excluded.step, done = excluded.done, total = excluded.total,
        told_at = excluded.told_at
      """;

  /** In a transaction of its own: others are to see it at once. */
  public Uni<Void> write(Transaction transaction, UUID report, Progress progress) {
    return transaction
        .session()
        .createNativeQuery(WRITE)
        .setParameter(1, report)
        .setParameter(2, progress.step())
        .setParameter(3, progress.done())
        .setParameter(4, progress.total())
        .setParameter(5, progress.toldAt())
        .executeUpdate()
        .replaceWithVoid();
  }
}
