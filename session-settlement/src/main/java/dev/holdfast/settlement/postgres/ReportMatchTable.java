package dev.holdfast.settlement.postgres;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.settlement.core.report.LineRange;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which movements the lines of a report tell of, and which lines tell what another told. */
@ApplicationScoped
public class ReportMatchTable {
  /**
   * Of several movements of a name the one of the amount; of several of the amount the first for
   * the first such line, the second for the second.
   */
  private static final String LINK =
      """
      update report_line l
      set reference = found.reference, attempt = found.attempt, cpo_id = found.cpo_id,
        entry_reference = found.reference
      from (
        select o.line_number, m.reference, m.attempt, m.cpo_id
        from report_line o join report r using (report_id)
        cross join lateral (
          select owners_of(r.gateway, o.account, coalesce(o.said_at, r.imported_at)) as cpo_ids)
          as owners
        cross join lateral (
          select named.*, named.is_equal and occurrence_of_equal = o.occurrence as is_that
          from (
            select m.reference, m.attempt, m.cpo_id, equal.is_equal,
              array_position(o.names, m.gateway_reference) as place,
              row_number() over (partition by equal.is_equal order by m.reference, m.attempt)
                as occurrence_of_equal
            from movement m cross join lateral (
              select o.currency = m.currency and abs(o.minor_units) = m.minor_units as is_equal)
              as equal
            where m.gateway_reference = any(o.names)
              and m.kind = case o.kind when 'REFUND' then 'REFUND' else 'CAPTURE' end
              and coalesce(m.cpo_id = any(owners.cpo_ids), true)
              and (cast(?2 as text) = '' or m.gateway = ?2 or m.gateway is null)) named
          order by is_that desc, is_equal desc, place, reference, attempt limit 1) m
        where o.report_id = ?1 and o.line_number > ?3 and o.line_number <= ?4
          and o.kind in ('CAPTURE', 'REFUND', 'CHARGEBACK', 'CHARGE')
          and o.reference is null) found
      where l.report_id = ?1 and l.line_number = found.line_number
      """;

  /** A person may have said since that the account is another CPO's. */
  private static final String UNLINK =
      """
      update report_line l
      set reference = null, attempt = null, cpo_id = null, entry_reference = own_reference
      from report r
      where r.report_id = ?1 and l.report_id = ?1 and l.line_number > ?2 and l.line_number <= ?3
        and l.reference is not null and l.account is not null
        and l.cpo_id <> all(owners_of(r.gateway, l.account, coalesce(l.said_at, r.imported_at)))
      """;

  private static final String RETELL =
      """
      update report_line l set is_retold = earlier.is_there
      from (
        select o.line_number, exists (
          select 1 from report_line e
          where e.line_key = o.line_key and e.occurrence = o.occurrence
            and coalesce(e.payout = o.payout, true)
            and (e.report_id <> ?1 and e.is_booked
              or e.report_id = ?1 and e.line_number < o.line_number)) as is_there
        from report_line o
        where o.report_id = ?1 and o.line_number > ?2 and o.line_number <= ?3
          and o.kind is not null) earlier
      where l.report_id = ?1 and l.line_number = earlier.line_number
        and l.is_retold <> earlier.is_there
      """;

  /** Finds the movements that lines tell of, at terminals of the vendor; null: of any. */
  public Uni<Integer> link(
      Transaction transaction, UUID report, LineRange range, @Nullable String vendor) {
    return onRange(transaction, UNLINK, report, range)
        .chain(() -> linkNew(transaction, report, range, vendor));
  }

  private static Uni<Integer> linkNew(
      Transaction transaction, UUID report, LineRange range, @Nullable String vendor) {
    return transaction
        .session()
        .createNativeQuery(LINK)
        .setParameter(1, report)
        .setParameter(2, Objects.requireNonNullElse(vendor, ""))
        .setParameter(3, range.after())
        .setParameter(4, range.upTo())
        .executeUpdate();
  }

  /** Finds the lines that were told before. */
  public Uni<Integer> retell(Transaction transaction, UUID report, LineRange range) {
    return onRange(transaction, RETELL, report, range);
  }

  private static Uni<Integer> onRange(
      Transaction transaction, String statement, UUID report, LineRange range) {
    return transaction
        .session()
        .createNativeQuery(statement)
        .setParameter(1, report)
        .setParameter(2, range.after())
        .setParameter(3, range.upTo())
        .executeUpdate();
  }
}
