package dev.holdfast.terminal;

import static java.util.stream.Collectors.toSet;

import dev.holdfast.terminal.core.Readiness;
import dev.holdfast.terminal.core.Reason;
import dev.holdfast.terminal.core.Terminal;
import dev.holdfast.terminal.core.TerminalRules;
import dev.holdfast.terminal.core.Vendor;
import dev.holdfast.terminal.core.VendorReport;
import dev.holdfast.terminal.core.VendorStatus;
import dev.holdfast.terminal.postgres.TerminalFilter;
import dev.holdfast.terminal.postgres.Terminals;
import dev.holdfast.terminal.postgres.VendorReports;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Shows terminals together with their vendor's status: an outage is one record on vendors.v1, not
 * one for each terminal, and is put on top here.
 */
@ApplicationScoped
public class ShowTerminals {
  private final Terminals terminals;
  private final VendorReports reports;
  private final TerminalRules rules;

  ShowTerminals(Terminals terminals, VendorReports reports, TerminalRules rules) {
    this.terminals = terminals;
    this.reports = reports;
    this.rules = rules;
  }

  /** A terminal, and its readiness with the vendor's status seen too. */
  public record Shown(Terminal terminal, Readiness readiness) {}

  /** What is asked for; null where it does not matter. */
  public record Wanted(
      @Nullable Boolean ready,
      @Nullable Reason reason,
      @Nullable String cpoId,
      @Nullable String text) {}

  /** A page, and how many there are on all pages. */
  public record Listed(List<Shown> terminals, long total) {}

  /** The terminal of that serial; empty where there is none. */
  @WithSession
  public Uni<Optional<Shown>> one(String serial) {
    return vendorsDown()
        .chain(down ->
            terminals
                .ofSerial(serial)
                .map(found -> found.stream().map(each -> shown(each, down)).findFirst()));
  }

  /** One page of the terminals that are asked for, by serial. */
  @WithSession
  public Uni<Listed> list(Wanted wanted, int page, int size) {
    return vendorsDown().chain(down -> list(wanted, down, page, size));
  }

  private Uni<Listed> list(Wanted wanted, Set<Vendor> down, int page, int size) {
    var filter =
        new TerminalFilter(wanted.ready(), wanted.reason(), wanted.cpoId(), wanted.text(), down);
    return terminals
        .page(filter, page, size)
        .map(found -> found.stream().map(each -> shown(each, down)).toList())
        .chain(found -> terminals.count(filter).map(total -> new Listed(found, total)));
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

  private static Shown shown(Terminal terminal, Set<Vendor> down) {
    var readiness = terminal.standing().readiness();
    var vendor = terminal.dossier().registration().vendor();
    return new Shown(
        terminal, down.contains(vendor) ? readiness.under(VendorStatus.DOWN) : readiness);
  }
}
