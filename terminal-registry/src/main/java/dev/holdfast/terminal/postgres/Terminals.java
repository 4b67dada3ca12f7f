package dev.holdfast.terminal.postgres;

import static java.util.stream.Collectors.groupingBy;

import dev.holdfast.terminal.core.Terminal;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The terminals, for who reads; needs an open session. */
@ApplicationScoped
public class Terminals implements PanacheRepositoryBase<TerminalRow, String> {
  /** The terminal of that serial; an empty list where there is none. */
  public Uni<List<Terminal>> ofSerial(String serial) {
    return find("serial", serial).list().chain(this::withFacts);
  }

  /** One page of the terminals that the filter lets pass, by serial. */
  public Uni<List<Terminal>> page(TerminalFilter filter, int page, int size) {
    return find(filter.where(), Sort.by("serial"), filter.parameters())
        .page(page, size)
        .list()
        .chain(this::withFacts);
  }

  /** How many terminals the filter lets pass. */
  public Uni<Long> count(TerminalFilter filter) {
    return count(filter.where(), filter.parameters());
  }

  private Uni<List<Terminal>> withFacts(List<TerminalRow> rows) {
    var serials = rows.stream().map(row -> row.serial).toList();
    return getSession()
        .chain(session ->
            session
                .createQuery("from VendorFactRow where serial in :serials", VendorFactRow.class)
                .setParameter("serials", serials)
                .getResultList())
        .map(facts -> states(rows, facts));
  }

  private static List<Terminal> states(List<TerminalRow> rows, List<VendorFactRow> facts) {
    var bySerial = facts.stream().collect(groupingBy(fact -> fact.serial));
    return rows.stream()
        .map(row -> row.toState(TerminalTable.facts(bySerial.getOrDefault(row.serial, List.of()))))
        .toList();
  }
}
