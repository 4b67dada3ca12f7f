package dev.holdfast.settlement.postgres;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.settlement.core.report.Reconciliation.Earlier;
import dev.holdfast.settlement.core.report.Reconciliation.Known;
import dev.holdfast.settlement.core.report.StoredLine;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The lines of a report with what is known of each, a page at a time: a report may be large. */
@ApplicationScoped
public class ReportLinePages {
  private static final int PAGE = 1_000;
  private static final int AT_END = -1;

  private static final String LINES =
      "select "
          + LineColumns.ALL
          + """
          , m.currency as moved_currency,
            case m.kind when 'REFUND' then -m.minor_units else m.minor_units end as moved,
            (select sum(t.minor_units) from report_line t
              where t.reference = l.reference and t.attempt = l.attempt and t.kind = l.kind
                and t.currency = l.currency and not t.is_retold
                and (t.report_id = ?1 or t.is_booked)) as told,
            l.is_retold, earlier.fee, earlier.payout as earlier_payout,
            case when l.reference is null and l.account is not null then (
              select min(e.cpo_id) from movement e
              where e.gateway_reference = any(l.names)
                and e.kind = case l.kind when 'REFUND' then 'REFUND' else 'CAPTURE' end) end
              as elsewhere
          from report_line l
          left join movement m on m.reference = l.reference and m.attempt = l.attempt
          left join lateral (
            select max(e.fee_minor_units) as fee, max(e.payout) as payout from report_line e
            where l.is_retold and e.line_key = l.line_key and e.occurrence = l.occurrence
              and coalesce(e.payout = l.payout, true)
              and (e.report_id <> ?1 and e.is_booked
                or e.report_id = ?1 and e.line_number < l.line_number)) earlier on true
          where l.report_id = ?1 and l.kind <> 'PAYOUT' and l.line_number > ?2
            and (not ?3 or l.books <> '')
          order by l.line_number limit ?4
          """;

  private static final String PAYOUTS =
      "select "
          + LineColumns.ALL
          + """
          , l.is_retold, of.cpo_id as of_cpo, coalesce(of.amount, 0)
          from report_line l join report r using (report_id)
          left join lateral (
            select t.cpo_id, sum(t.transit_minor_units) as amount
            from report_line t join report o using (report_id)
            where t.transit_payout = l.payout and t.account is not distinct from l.account
              and t.settled_currency = l.settled_currency and o.gateway = r.gateway
              and (t.report_id = ?1 or t.is_booked)
            group by t.cpo_id) of on true
          where l.report_id = ?1 and l.kind = 'PAYOUT'
          order by l.line_number
          """;

  /**
   * A transfer to the bank, and what one CPO's lines put in transit for it: a row for each CPO.
   *
   * @param cpoId null for lines of which nobody has said yet whose they are
   */
  public record Part(StoredLine line, boolean isBanked, @Nullable String cpoId, Money amount) {}

  /**
   * Has something done with all lines of a report that are no transfers to the bank, in order.
   *
   * @param onlyBooked leaves out those for which nothing is booked
   * @return the sum of what came of it
   */
  public Uni<Integer> each(
      Transaction transaction,
      UUID report,
      boolean onlyBooked,
      Function<List<StoredLine>, Uni<Integer>> act) {
    var last = new AtomicInteger();
    return Multi.createBy()
        .repeating()
        .uni(() ->
            page(transaction, report, onlyBooked, last.get())
                .chain(page -> {
                  if (page.isEmpty()) {
                    return Uni.createFrom().item(AT_END);
                  }
                  last.set(page.getLast().number());
                  return act.apply(page);
                }))
        .whilst(done -> done != AT_END)
        .filter(done -> done != AT_END)
        .collect()
        .in(AtomicInteger::new, AtomicInteger::addAndGet)
        .map(AtomicInteger::get);
  }

  private static Uni<List<StoredLine>> page(
      Transaction transaction, UUID report, boolean onlyBooked, int after) {
    return transaction
        .session()
        .createNativeQuery(LINES, Object[].class)
        .setParameter(1, report)
        .setParameter(2, after)
        .setParameter(3, onlyBooked)
        .setParameter(4, PAGE)
        .getResultList()
        .map(rows -> rows.stream().map(ReportLinePages::line).toList());
  }

  /** The transfers to the bank that a report tells, each in its parts. */
  public Uni<List<Part>> payouts(Transaction transaction, UUID report) {
    return transaction
        .session()
        .createNativeQuery(PAYOUTS, Object[].class)
        .setParameter(1, report)
        .getResultList()
        .map(rows -> rows.stream().map(ReportLinePages::part).toList());
  }

  private static StoredLine line(Object[] row) {
    var columns = new LineColumns(row);
    int next = LineColumns.COUNT;
    Money moved = row[next] == null ? null : columns.money(next, next + 1);
    Money told = row[next + 2] == null ? null : columns.money(5, next + 2);
    Money fee = row[next + 4] == null ? null : columns.money(7, next + 4);
    boolean isRetold = (boolean) row[next + 3];
    Earlier earlier = isRetold ? new Earlier(fee, columns.text(next + 5)) : null;
    return line(columns, new Known(moved, told, earlier, columns.text(next + 6)));
  }

  private static StoredLine line(LineColumns columns, Known known) {
    return new StoredLine(
        columns.number(), columns.said(), known, columns.verdict(), columns.owner());
  }

  private static Part part(Object[] row) {
    var columns = new LineColumns(row);
    int next = LineColumns.COUNT;
    StoredLine line = line(columns, new Known(null, null, null, null));
    CurrencyUnit currency = line.said().amounts().settled().getCurrencyUnit();
    var amount = Money.ofMinor(currency, ((Number) row[next + 2]).longValue());
    return new Part(line, (boolean) row[next], columns.text(next + 1), amount);
  }
}
