package dev.holdfast.settlement.postgres;

import dev.holdfast.settlement.core.report.JudgedLine;
import dev.holdfast.settlement.core.report.ReportHeading;
import dev.holdfast.settlement.core.report.ReportSummary;
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
      select report_id, gateway, imported_at, covers_from, covers_to from report
      """;

  private static final String NEWEST_FIRST = "order by imported_at desc, report_id desc";

  private static final String COUNTS =
      """
      select report_id, result, count(*) from report_line
      where report_id = any(cast(?1 as uuid[])) group by report_id, result
      """;

  private static final String LINES =
      """
      select position, line_number, result, gateway_reference, currency, minor_units, fee_minor_units, payout,
        reference, remedy
      from report_line where report_id = ?1 and (cast(?2 as text) = '' or result = ?2)
        and position > ?3
      order by position limit ?4
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
      conditions.must("(imported_at, report_id) < (:lastAt, :lastId)");
    }
    return select(conditions, most);
  }

  /** The report of that id, if it was read. */
  public Uni<Optional<ReportSummary>> find(UUID id) {
    var conditions = new Conditions();
    conditions.equal("report_id", id);
    return select(conditions, 1).map(found -> found.stream().findFirst());
  }

  private Uni<List<ReportSummary>> select(Conditions conditions, int most) {
    var query = HEADINGS.strip() + conditions.where() + NEWEST_FIRST;
    return sessionFactory.withStatelessSession(session ->
        conditions
            .list(session.createNativeQuery(query, Object[].class).setMaxResults(most))
            .map(rows -> rows.stream().map(ReportPages::heading).toList())
            .chain(headings -> withCounts(session, headings)));
  }

  private static Uni<List<ReportSummary>> withCounts(
      Mutiny.StatelessSession session, List<ReportHeading> headings) {
    return session
        .createNativeQuery(COUNTS, Object[].class)
        .setParameter(1, headings.stream().map(ReportHeading::id).toArray(UUID[]::new))
        .getResultList()
        .map(counts -> headings.stream().map(heading -> report(heading, counts)).toList());
  }

  private static ReportSummary report(ReportHeading heading, List<Object[]> counts) {
    var results = new LinkedHashMap<String, Long>();
    for (Result result : Result.values()) {
      results.put(result.name(), 0L);
    }
    counts.stream()
        .filter(row -> heading.id().equals(row[0]))
        .forEach(row -> results.put((String) row[1], (Long) row[2]));
    return new ReportSummary(heading, results);
  }

  /**
   * At most so many lines that come after that one, in the order of the file, then what it does not
   * name; null: of any result.
   */
  public Uni<List<JudgedLine>> lines(UUID id, @Nullable Result result, int position, int most) {
    return sessionFactory.withStatelessSession(session ->
        session
            .createNativeQuery(LINES, Object[].class)
            .setParameter(1, id)
            .setParameter(2, result == null ? "" : result.name())
            .setParameter(3, position)
            .setParameter(4, most)
            .getResultList()
            .map(rows -> rows.stream().map(ReportPages::line).toList()));
  }

  private static ReportHeading heading(Object[] row) {
    return new ReportHeading(
        (UUID) row[0], (String) row[1], instant(row[2]), instant(row[3]), instant(row[4]));
  }

  private static Instant instant(Object value) {
    return ((OffsetDateTime) value).toInstant();
  }

  private static JudgedLine line(Object[] row) {
    return new JudgedLine(
        (Integer) row[0],
        (Integer) row[1],
        (String) row[2],
        (String) row[3],
        (String) row[4],
        (Long) row[5],
        (Long) row[6],
        (String) row[7],
        (UUID) row[8],
        (String) row[9]);
  }
}
