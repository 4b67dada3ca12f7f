package dev.holdfast.settlement.postgres;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.core.report.Movement;
import dev.holdfast.settlement.core.report.Reconciliation.Reconciled;
import dev.holdfast.settlement.core.report.ReportHeading;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The reports that were read, for those who write them. */
@ApplicationScoped
public class ReportTable {
  /** Any two numbers that nobody else locks. */
  private static final String LOCK = "(20261126, 4)";

  private static final String MATCHED =
      """
      select reference, attempt from report_line
      where result = 'MATCHED' and (reference, attempt) in
        (select * from unnest(cast(?1 as uuid[]), cast(?2 as integer[])))
      """;

  private static final String INSERT =
      """
      insert into report_line (report_id, position, line_number, result, gateway_reference,
        currency, minor_units, fee_minor_units, payout, reference, attempt, remedy)
      select ?1, ?2 + ordinality, line_number, result, gateway_reference, currency, minor_units,
        fee_minor_units, payout, reference, attempt, remedy
      from unnest(cast(?3 as integer[]), cast(?4 as text[]), cast(?5 as text[]), cast(?6 as text[]),
          cast(?7 as bigint[]), cast(?8 as bigint[]), cast(?9 as text[]), cast(?10 as uuid[]),
          cast(?11 as integer[]), cast(?12 as text[]))
        with ordinality as judged(line_number, result, gateway_reference, currency, minor_units,
          fee_minor_units, payout, reference, attempt, remedy, ordinality)
      """;

  /**
   * Lets one report be read at a time, to the end of the transaction; false where one is being
   * read. Who waited here would keep a connection from those who settle.
   */
  public Uni<Boolean> lock(Transaction transaction) {
    return transaction
        .session()
        .createNativeQuery("select pg_try_advisory_xact_lock" + LOCK, Boolean.class)
        .getSingleResult();
  }

  /** Waits until no report is read, and lets none be read before the commit. */
  static Uni<Void> await(Transaction transaction) {
    return transaction
        .session()
        .createNativeQuery("select 1 from pg_advisory_xact_lock" + LOCK, Integer.class)
        .getSingleResult()
        .replaceWithVoid();
  }

  /** Whether it was read before. */
  public Uni<Boolean> isKnown(Transaction transaction, UUID id) {
    return transaction
        .session()
        .createNativeQuery(
            "select exists (select 1 from report where report_id = ?1)", Boolean.class)
        .setParameter(1, id)
        .getSingleResult();
  }

  /** Which of the movements agreed with a line of an earlier report. */
  public Uni<Set<Movement.Id>> matched(Transaction transaction, Collection<Movement> movements) {
    return transaction
        .session()
        .createNativeQuery(MATCHED, Object[].class)
        .setParameter(
            1, movements.stream().map(one -> one.id().reference().value()).toArray(UUID[]::new))
        .setParameter(2, movements.stream().map(one -> one.id().attempt()).toArray(Integer[]::new))
        .getResultList()
        .map(rows -> rows.stream().map(ReportTable::id).collect(Collectors.toSet()));
  }

  private static Movement.Id id(Object[] row) {
    return new Movement.Id(new Reference((UUID) row[0]), ((Number) row[1]).intValue());
  }

  /** Writes whose report it is. */
  public Uni<Void> write(Transaction transaction, ReportHeading heading) {
    return transaction
        .session()
        .createNativeQuery("insert into report values (?1, ?2, ?3, ?4, ?5)")
        .setParameter(1, heading.id())
        .setParameter(2, heading.gateway())
        .setParameter(3, heading.importedAt())
        .setParameter(4, heading.coversFrom())
        .setParameter(5, heading.coversTo())
        .executeUpdate()
        .replaceWithVoid();
  }

  /**
   * Writes what became of lines: one statement.
   *
   * @param position how many were written before
   */
  public Uni<Void> write(Transaction transaction, UUID id, int position, List<Reconciled> lines) {
    List<ReportLineValues> values = lines.stream().map(ReportLineValues::of).toList();
    return transaction
        .session()
        .createNativeQuery(INSERT)
        .setParameter(1, id)
        .setParameter(2, position)
        .setParameter(3, column(values, ReportLineValues::line, Integer[]::new))
        .setParameter(4, column(values, ReportLineValues::result, String[]::new))
        .setParameter(5, column(values, ReportLineValues::gatewayReference, String[]::new))
        .setParameter(6, column(values, ReportLineValues::currency, String[]::new))
        .setParameter(7, column(values, ReportLineValues::minorUnits, Long[]::new))
        .setParameter(8, column(values, ReportLineValues::fee, Long[]::new))
        .setParameter(9, column(values, ReportLineValues::payout, String[]::new))
        .setParameter(10, column(values, ReportLineValues::reference, UUID[]::new))
        .setParameter(11, column(values, ReportLineValues::attempt, Integer[]::new))
        .setParameter(12, column(values, ReportLineValues::remedy, String[]::new))
        .executeUpdate()
        .replaceWithVoid();
  }

  private static <T> @Nullable T[] column(
      List<ReportLineValues> rows,
      Function<ReportLineValues, @Nullable T> of,
      IntFunction<@Nullable T[]> array) {
    return rows.stream().map(of).toArray(array);
  }
}
