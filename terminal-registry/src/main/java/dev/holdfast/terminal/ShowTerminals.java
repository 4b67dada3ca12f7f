package dev.holdfast.terminal;

import static java.util.stream.Collectors.toSet;

import dev.holdfast.terminal.core.Readiness;
import dev.holdfast.terminal.core.Reason;
import dev.holdfast.terminal.core.Rows;
import dev.holdfast.terminal.core.Terminal;
import dev.holdfast.terminal.core.TerminalRules;
import dev.holdfast.terminal.core.vendor.Vendor;
import dev.holdfast.terminal.core.vendor.VendorReport;
import dev.holdfast.terminal.core.vendor.VendorStatus;
import dev.holdfast.terminal.postgres.TerminalFilter;
import dev.holdfast.terminal.postgres.TerminalPages;
import dev.holdfast.terminal.postgres.VendorStatusPages;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Shows terminals together with their vendor's status: an outage is one record on vendors.v1, not
 * one for each terminal, and is put on top here.
 */
@ApplicationScoped
public class ShowTerminals {
  /** How far the terminals of a list are counted. */
  public static final int COUNTED_UP_TO = 1000;

  private final TerminalPages terminals;
  private final VendorStatusPages reports;
  private final TerminalRules rules;

  ShowTerminals(TerminalPages terminals, VendorStatusPages reports, TerminalRules rules) {
    this.terminals = terminals;
    this.reports = reports;
    this.rules = rules;
  }

  /** A terminal, and its readiness with the vendor's status seen too. */
  public record View(Terminal terminal, Readiness readiness) {}

  /** What is asked for; null where it does not matter. */
  public record Filter(
      @Nullable Boolean ready,
      @Nullable Reason reason,
      @Nullable String cpoId,
      @Nullable String text) {}

  /**
   * A page, and how many there are on all pages.
   *
   * @param counted at most {@link #COUNTED_UP_TO} and one more: counting all would read them all
   */
  public record Page(Rows<View> terminals, long counted) {}

  /** The terminal of that serial; empty where there is none. */
  @WithSession
  public Uni<Optional<View>> one(String serial) {
    return vendorsDown()
        .chain(down ->
            terminals.ofSerial(serial).map(found -> found.one().map(each -> shown(each, down))));
  }

  /** A terminal that is at hand. */
  @WithSession
  public Uni<View> asShown(Terminal terminal) {
    return vendorsDown().map(down -> shown(terminal, down));
  }

  /** The first of the terminals that are asked for after that serial, by serial. */
  @WithSession
  public Uni<Page> list(Filter wanted, String after, int limit) {
    return vendorsDown().chain(down -> list(wanted, down, after, limit));
  }

  private Uni<Page> list(Filter wanted, Set<Vendor> down, String after, int limit) {
    var filter =
        new TerminalFilter(wanted.ready(), wanted.reason(), wanted.cpoId(), wanted.text(), down);
    return terminals
        .after(after, filter, limit)
        .map(found -> found.map(each -> shown(each, down)))
        .chain(found ->
            terminals.count(filter, COUNTED_UP_TO + 1).map(count -> new Page(found, count)));
  }

  private Uni<Set<Vendor>> vendorsDown() {
    var cloud = rules.standings().environment().pairedCloud();
    return reports
        .all()
        .map(all ->
            all.stream()
                .filter(report -> report.vendorEnvironment() == cloud)
                .filter(report -> report.status() == VendorStatus.DOWN)
                .map(VendorReport::vendor)
                .collect(toSet()));
  }

  private static View shown(Terminal terminal, Set<Vendor> down) {
    var readiness = terminal.standing().readiness();
    var vendor = terminal.dossier().registration().vendor();
    return new View(
        terminal, down.contains(vendor) ? readiness.under(VendorStatus.DOWN) : readiness);
  }
}
