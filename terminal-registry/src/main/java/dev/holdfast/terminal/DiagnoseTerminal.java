package dev.holdfast.terminal;

import dev.holdfast.terminal.core.Terminal;
import dev.holdfast.terminal.core.TerminalCommand.Reconsider;
import dev.holdfast.terminal.core.diagnosis.Case;
import dev.holdfast.terminal.core.diagnosis.Diagnosis;
import dev.holdfast.terminal.core.diagnosis.DiagnosisRules;
import dev.holdfast.terminal.core.vendor.Vendor;
import dev.holdfast.terminal.core.vendor.VendorFacts;
import dev.holdfast.terminal.vendor.Vendors;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * Finds out why a terminal does not work; asks the vendor first where it was not asked just now.
 */
@ApplicationScoped
public class DiagnoseTerminal {
  /** Serials that nobody registered and that the vendor is asked for at once, at most. */
  private static final int STRANGERS = 8;

  private final GatherCase gatherCase;
  private final AskVendor askVendor;
  private final ChangeTerminals changeTerminals;
  private final Vendors vendors;
  private final Rules rules;
  // What is heard of a serial that nobody registered is not kept: made-up ones must not flood the
  // vendor.
  private final Semaphore strangers = new Semaphore(STRANGERS);

  DiagnoseTerminal(
      GatherCase gatherCase,
      AskVendor askVendor,
      ChangeTerminals changeTerminals,
      Vendors vendors,
      Rules rules) {
    this.gatherCase = gatherCase;
    this.askVendor = askVendor;
    this.changeTerminals = changeTerminals;
    this.vendors = vendors;
    this.rules = rules;
  }

  /** When a diagnosis asks the vendor, and when it warns. */
  @ConfigMapping(prefix = "holdfast.diagnosis")
  public interface Limits {
    /** How long the vendor's answers are good enough not to ask again. */
    @WithDefault("10s")
    Duration freshFor();

    /** How long a terminal may be offline before that is worth a warning. */
    @WithDefault("PT15M")
    Duration offlineAfter();
  }

  /** The rules and what they need to know of this moment. */
  record Rules(DiagnosisRules rules, Limits limits, Clock clock) {}

  /** Diagnoses whatever is behind that text: a serial nobody knows, and what is no serial, too. */
  public Uni<Diagnosis> diagnose(String serial) {
    return Vendor.ofSerial(serial)
        .map(vendor -> gather(serial, vendor))
        .orElseGet(() -> Uni.createFrom().item(Case.ofNoSerial(serial, rules.clock().instant())))
        .map(rules.rules()::diagnose);
  }

  /**
   * The case of a serial.
   *
   * @param guess the vendor that is asked for it where nobody registered it
   */
  private Uni<Case> gather(String serial, Vendor guess) {
    return gatherCase
        .terminal(serial)
        .chain(found -> found.map(this::upToDate).orElseGet(() -> heardOf(serial, guess)))
        .chain(facts -> gatherCase.of(serial, guess, facts, rules.clock().instant()));
  }

  /** What is known of a terminal may follow from the clock alone: it is judged anew in any case. */
  private Uni<VendorFacts> upToDate(Terminal terminal) {
    var facts = terminal.dossier().facts();
    if (terminal.dossier().retired()) {
      return Uni.createFrom().item(facts);
    }
    var since = rules.clock().instant().minus(rules.limits().freshFor());
    var judged =
        facts.wereAskedSince(since)
            ? changeTerminals.change(terminal.serial(), new Reconsider())
            : askVendor.about(terminal);
    return judged.replaceWith(facts);
  }

  private Uni<VendorFacts> heardOf(String serial, Vendor vendor) {
    if (!strangers.tryAcquire()) {
      return Uni.createFrom().item(VendorFacts.NONE);
    }
    return vendors
        .ask(vendor, serial)
        .map(VendorFacts.NONE::after)
        .onTermination()
        .invoke(() -> strangers.release());
  }
}
