package dev.holdfast.terminal;

import dev.holdfast.terminal.core.Rows;
import dev.holdfast.terminal.core.Terminal;
import dev.holdfast.terminal.core.TerminalRules;
import dev.holdfast.terminal.core.cpo.Cpo;
import dev.holdfast.terminal.core.diagnosis.Case;
import dev.holdfast.terminal.core.diagnosis.Case.Registered;
import dev.holdfast.terminal.core.vendor.Environment;
import dev.holdfast.terminal.core.vendor.Vendor;
import dev.holdfast.terminal.core.vendor.VendorFacts;
import dev.holdfast.terminal.core.vendor.VendorReport;
import dev.holdfast.terminal.postgres.CpoPages;
import dev.holdfast.terminal.postgres.PaymentPages;
import dev.holdfast.terminal.postgres.TerminalPages;
import dev.holdfast.terminal.postgres.VendorStatusPages;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Reads all that a diagnosis looks at: a few rows, however many terminals there are. */
@ApplicationScoped
public class GatherCase {
  /** Contracted CPOs that are named, at most. */
  private static final int NAMED_CPOS = 5;

  private final TerminalPages terminals;
  private final CpoPages cpos;
  private final VendorStatusPages reports;
  private final TerminalRules rules;
  private final PaymentPages payments;

  GatherCase(
      TerminalPages terminals,
      CpoPages cpos,
      VendorStatusPages reports,
      PaymentPages payments,
      TerminalRules rules) {
    this.terminals = terminals;
    this.cpos = cpos;
    this.reports = reports;
    this.rules = rules;
    this.payments = payments;
  }

  /** The terminal of that serial; empty where there is none. */
  @WithSession
  Uni<Optional<Terminal>> terminal(String serial) {
    return terminals.ofSerial(serial).map(Rows::one);
  }

  /**
   * The case of a serial.
   *
   * @param guess its vendor, if it is not registered
   * @param heard what the vendor's clouds say of it, if it is not registered
   */
  @WithSession
  Uni<Case> of(String serial, Vendor guess, VendorFacts heard, Instant now) {
    return registered(serial, now)
        .chain(registered ->
            Uni.combine()
                .all()
                .unis(report(vendor(registered, guess)), payments.of(serial, now))
                .usingConcurrencyOf(1)
                .with((report, history) ->
                    new Case(
                        serial,
                        now,
                        registered.orElse(null),
                        registered.map(each -> each.terminal().dossier().facts()).orElse(heard),
                        report.orElse(null),
                        history)));
  }

  private Uni<Optional<Registered>> registered(String serial, Instant now) {
    return terminal(serial)
        .chain(found ->
            found
                .map(terminal -> around(terminal, now).map(Optional::of))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
  }

  private Uni<Registered> around(Terminal terminal, Instant now) {
    return cpo(terminal)
        .chain(cpo ->
            cpos.contracted(environment(), now, terminal.serial(), NAMED_CPOS)
                .map(contracted -> new Registered(terminal, cpo.orElse(null), contracted)));
  }

  private Uni<Optional<Cpo>> cpo(Terminal terminal) {
    var cpoId = terminal.dossier().cpoId();
    return cpoId == null
        ? Uni.createFrom().item(Optional.empty())
        : cpos.ofId(cpoId).map(Rows::one);
  }

  private static Vendor vendor(Optional<Registered> registered, Vendor guess) {
    return registered.map(each -> each.terminal().dossier().registration().vendor()).orElse(guess);
  }

  private Uni<Optional<VendorReport>> report(Vendor vendor) {
    return reports
        .all()
        .map(all ->
            all.stream()
                .filter(report -> report.vendor() == vendor)
                .filter(report -> report.vendorEnvironment() == environment().pairedCloud())
                .findFirst());
  }

  private Environment environment() {
    return rules.standings().environment();
  }
}
