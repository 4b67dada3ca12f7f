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
  public Uni<Rows<View>> list(Filter wanted, String after, int limit) {
    return vendorsDown()
        .chain(down ->
            terminals
                .after(after, filter(wanted, down), limit)
                .map(found -> found.map(each -> shown(each, down))));
  }

  /** How many terminals are asked for, up to a limit: counting all would read them all. */
  @WithSession
  public Uni<Long> count(Filter wanted, int limit) {
    return vendorsDown().chain(down -> terminals.count(filter(wanted, down), limit));
  }

  private static TerminalFilter filter(Filter wanted, Set<Vendor> down) {
    return new TerminalFilter(wanted.ready(), wanted.reason(), wanted.cpoId(), wanted.text(), down);
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
