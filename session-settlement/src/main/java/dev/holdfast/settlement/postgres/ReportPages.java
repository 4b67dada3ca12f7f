package dev.holdfast.settlement.postgres;

import dev.holdfast.settlement.core.report.Verdict.Result;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The reports that were read, for those who look at them. */
@ApplicationScoped
public class ReportPages {
  private static final String HEADINGS =
      """
      select report_id, gateway, imported_at, covers_from, covers_to
      from report where cast(?1 as text) = '' or cast(report_id as text) = ?1
      order by imported_at desc, report_id limit ?2 offset ?3
      """;

  private static final String COUNTS =
      """
      select report_id, result, count(*) from report_line
      where report_id = any(cast(?1 as uuid[])) group by report_id, result
      """;

  private static final String LINES =
      """
      select line_number, result, gateway_reference, currency, minor_units, fee_minor_units, payout,
        reference, attempt, remedy
      from report_line where report_id = ?1 and (cast(?2 as text) = '' or result = ?2)
      order by position limit ?3 offset ?4
      """;

  private final Mutiny.SessionFactory sessionFactory;

  ReportPages(Mutiny.SessionFactory sessionFactory) {
    this.sessionFactory = sessionFactory;
  }

  /** A report, and how many of its lines came to what; a newer version may know more results. */
  public record Report(ReportTable.Heading heading, Map<String, Long> results) {}

  /** The last ones that were read first. */
  public Uni<List<Report>> list(Page page) {
    return find("", page);
  }

  /** The report of that id, if it was read. */
  public Uni<Optional<Report>> find(UUID id) {
    return find(id.toString(), Page.ofSize(1)).map(found -> found.stream().findFirst());
  }

  private Uni<List<Report>> find(String id, Page page) {
    return sessionFactory.withStatelessSession(session ->
        session
            .createNativeQuery(HEADINGS, Object[].class)
            .setParameter(1, id)
            .setParameter(2, page.size)
            .setParameter(3, page.index * page.size)
            .getResultList()
            .map(rows -> rows.stream().map(ReportPages::heading).toList())
            .chain(headings -> withCounts(session, headings)));
  }

  private static Uni<List<Report>> withCounts(
      Mutiny.StatelessSession session, List<ReportTable.Heading> headings) {
    return session
        .createNativeQuery(COUNTS, Object[].class)
        .setParameter(1, headings.stream().map(ReportTable.Heading::id).toArray(UUID[]::new))
        .getResultList()
        .map(counts -> headings.stream().map(heading -> report(heading, counts)).toList());
  }

  private static Report report(ReportTable.Heading heading, List<Object[]> counts) {
    var results = new LinkedHashMap<String, Long>();
    for (Result result : Result.values()) {
      results.put(result.name(), 0L);
    }
    counts.stream()
        .filter(row -> heading.id().equals(row[0]))
        .forEach(row -> results.put((String) row[1], (Long) row[2]));
    return new Report(heading, results);
  }

  /** The lines in the order of the file, then what it does not name; null: of any result. */
  public Uni<List<ReportLineValues>> lines(UUID id, @Nullable Result result, Page page) {
    return sessionFactory.withStatelessSession(session ->
        session
            .createNativeQuery(LINES, Object[].class)
            .setParameter(1, id)
            .setParameter(2, result == null ? "" : result.name())
            .setParameter(3, page.size)
            .setParameter(4, page.index * page.size)
            .getResultList()
            .map(rows -> rows.stream().map(ReportPages::line).toList()));
  }

  private static ReportTable.Heading heading(Object[] row) {
    return new ReportTable.Heading(
        (UUID) row[0], (String) row[1], instant(row[2]), instant(row[3]), instant(row[4]));
  }

  private static Instant instant(Object value) {
    return ((OffsetDateTime) value).toInstant();
  }

  private static ReportLineValues line(Object[] row) {
    return new ReportLineValues(
        (Integer) row[0],
        (String) row[1],
        (String) row[2],
        (String) row[3],
        (Long) row[4],
        (Long) row[5],
        (String) row[6],
        (UUID) row[7],
        (Integer) row[8],
        (String) row[9]);
  }
}
