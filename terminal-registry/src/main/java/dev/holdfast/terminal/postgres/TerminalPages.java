package dev.holdfast.terminal.postgres;

import dev.holdfast.terminal.core.Rows;
import dev.holdfast.terminal.core.Terminal;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** The terminals, for who reads; needs an open session. */
@ApplicationScoped
public class TerminalPages implements PanacheRepositoryBase<TerminalRow, String> {
  /** The terminal of that serial; none where there is none. */
  public Uni<Rows<Terminal>> ofSerial(String serial) {
    return find("serial", serial).list().chain(this::withFacts);
  }

  /** The first terminals after that serial that the filter lets pass, by serial. */
  public Uni<Rows<Terminal>> after(String serial, TerminalFilter filter, int limit) {
    var sql =
        "select * from terminal where serial > :after and %s order by serial limit :limit"
            .formatted(filter.where());
    return getSession()
        .chain(session ->
            with(filter, session.createNativeQuery(sql, TerminalRow.class))
                .setParameter("after", serial)
                .setParameter("limit", limit)
                .getResultList())
        .chain(this::withFacts);
  }

  /** How many terminals the filter lets pass, counted up to a limit. */
  public Uni<Long> count(TerminalFilter filter, int limit) {
    var sql =
        "select count(*) from (select 1 from terminal where %s limit :limit) as passed"
            .formatted(filter.where());
    return getSession()
        .chain(session ->
            with(filter, session.createNativeQuery(sql, Long.class))
                .setParameter("limit", limit)
                .getSingleResult());
  }

  private static <T> Mutiny.SelectionQuery<T> with(
      TerminalFilter filter, Mutiny.SelectionQuery<T> query) {
    filter.parameters().forEach(query::setParameter);
    return query;
  }

  private Uni<Rows<Terminal>> withFacts(List<TerminalRow> rows) {
    var serials = rows.stream().map(row -> row.serial).toList();
    return getSession()
        .chain(session ->
            session
                .createQuery("from VendorFactRow where serial in :serials", VendorFactRow.class)
                .setParameter("serials", serials)
                .getResultList())
        .map(facts -> TerminalTable.states(rows, facts));
  }
}
