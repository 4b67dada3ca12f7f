package dev.holdfast.settlement.postgres;

import dev.holdfast.settlement.core.payment.Resolution.Word;
import dev.holdfast.settlement.core.report.JudgedLine;
import dev.holdfast.settlement.core.report.Progress;
import dev.holdfast.settlement.core.report.ReportHeading;
import dev.holdfast.settlement.core.report.ReportSummary;
import dev.holdfast.settlement.core.report.ReportSummary.Sum;
import dev.holdfast.settlement.core.report.Verdict.Result;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The reports that were read, for those who look at them. */
@ApplicationScoped
public class ReportPages {
  private static final String HEADINGS =
      """
      select r.report_id, gateway, imported_at, covers_from, covers_to, r.state, r.version,
        acted_by, reason, acted_at, p.step, p.done, p.total, p.told_at
      from report r
      left join report_progress p on p.report_id = r.report_id
      left join lateral (
        select acted_by, reason, acted_at from report_act a
        where a.report_id = r.report_id order by a.version desc limit 1) last on true
      """;

  private static final String NEWEST_FIRST = "order by imported_at desc, r.report_id desc";

  private static final String COUNTS =
      """
      select report_id, result, lines from report_result where report_id = any(cast(?1 as uuid[]))
      """;

  private static final String SUMS =
      """
      select cause, code, count(*), sum(amount)
      from (
        select cause,
          case cause when 'REPORTED' then currency else settled_currency end as code,
          case cause when 'REPORTED' then minor_units when 'GATEWAY_FEE' then -fee_minor_units
            when 'PAID_OUT' then transit_minor_units else settled_minor_units end as amount
        from report_line cross join lateral string_to_table(books, ' ') as cause
        where report_id = ?1 and books <> '') entries
      group by cause, code order by cause, code
      """;

  private static final String LINES =
      "select "
          + LineColumns.ALL
          + """
          , l.reference
          from report_line l where l.report_id = ?1 and (cast(?2 as text) = '' or l.result = ?2)
            and l.line_number > ?3
          order by l.line_number limit ?4
          """;

  private final Mutiny.SessionFactory sessionFactory;

  ReportPages(Mutiny.SessionFactory sessionFactory) {
    this.sessionFactory = sessionFactory;
  }

  /**
   * At most so many that come after that place, the last ones that were read first; null: those.
   */
  public Uni<List<ReportSummary>> after(ReportHeading.@Nullable Place last, int most) {
    var conditions = new Conditions();
    if (last != null) {
      conditions.bind("lastAt", last.importedAt());
      conditions.bind("lastId", last.id());
      conditions.must("(imported_at, r.report_id) < (:lastAt, :lastId)");
    }
    return select(conditions, most);
  }

  /** The report of that id, if it was read. */
  public Uni<Optional<ReportSummary>> find(UUID id) {
    var conditions = new Conditions();
    conditions.when("id", id, "r.report_id = :id");
    return select(conditions, 1).map(found -> found.stream().findFirst());
  }

  private Uni<List<ReportSummary>> select(Conditions conditions, int most) {
    var query = HEADINGS.strip() + conditions.where() + NEWEST_FIRST;
    return sessionFactory.withStatelessSession(session ->
        conditions
            .list(session.createNativeQuery(query, Object[].class).setMaxResults(most))
            .chain(rows -> withCounts(session, rows)));
  }

  private static Uni<List<ReportSummary>> withCounts(
      Mutiny.StatelessSession session, List<Object[]> rows) {
    return session
        .createNativeQuery(COUNTS, Object[].class)
        .setParameter(1, rows.stream().map(row -> (UUID) row[0]).toArray(UUID[]::new))
        .getResultList()
        .map(counts -> rows.stream().map(row -> report(row, counts)).toList());
  }

  private static ReportSummary report(Object[] row, List<Object[]> counts) {
    var results = new LinkedHashMap<String, Long>();
    for (Result result : Result.values()) {
      results.put(result.name(), 0L);
    }
    counts.stream()
        .filter(count -> row[0].equals(count[0]))
        .forEach(count -> results.put((String) count[1], (Long) count[2]));
    Word last = row[7] == null ? null : new Word((String) row[7], (String) row[8], instant(row[9]));
    var heading =
        new ReportHeading(
            (UUID) row[0], (String) row[1], instant(row[2]), instant(row[3]), instant(row[4]));
    long version = ((Number) row[6]).longValue();
    var standing = new ReportSummary.Standing((String) row[5], version, last, progress(row));
    return new ReportSummary(heading, standing, results);
  }

  private static @Nullable Progress progress(Object[] row) {
    return row[10] == null
        ? null
        : new Progress((String) row[10], (Integer) row[11], (Integer) row[12], instant(row[13]));
  }

  private static Instant instant(Object value) {
    return ((OffsetDateTime) value).toInstant();
  }

  /** What is booked for a report, or would be, by cause and currency. */
  public Uni<List<Sum>> sums(UUID id) {
    return sessionFactory.withStatelessSession(session ->
        session
            .createNativeQuery(SUMS, Object[].class)
            .setParameter(1, id)
            .getResultList()
            .map(rows -> rows.stream().map(ReportPages::sum).toList()));
  }

  private static Sum sum(Object[] row) {
    return new Sum(
        (String) row[0],
        (String) row[1],
        ((Number) row[2]).longValue(),
        ((Number) row[3]).longValue());
  }

  /** At most so many lines behind that one, in the order of the file; null: of any result. */
  public Uni<List<JudgedLine>> lines(UUID id, @Nullable Result result, int after, int most) {
    return sessionFactory.withStatelessSession(session ->
        session
            .createNativeQuery(LINES, Object[].class)
            .setParameter(1, id)
            .setParameter(2, result == null ? "" : result.name())
            .setParameter(3, after)
            .setParameter(4, most)
            .getResultList()
            .map(rows -> rows.stream().map(row -> new LineColumns(row).judged()).toList()));
  }
}
