package dev.holdfast.terminal;

import dev.holdfast.terminal.core.Terminal;
import dev.holdfast.terminal.core.TerminalCommand.Reconsider;
import dev.holdfast.terminal.core.Vendor;
import dev.holdfast.terminal.core.VendorFacts;
import dev.holdfast.terminal.core.diagnosis.Diagnosis;
import dev.holdfast.terminal.core.diagnosis.DiagnosisRules;
import dev.holdfast.terminal.payter.PayterClouds;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Finds out why a terminal does not work; asks the vendor first where it was not asked just now.
 */
@ApplicationScoped
public class DiagnoseTerminal {
  private final GatherCase gatherCase;
  private final AskVendor askVendor;
  private final ChangeTerminals changeTerminals;
  private final PayterClouds clouds;
  private final Rules rules;

  DiagnoseTerminal(
      GatherCase gatherCase,
      AskVendor askVendor,
      ChangeTerminals changeTerminals,
      PayterClouds clouds,
      Rules rules) {
    this.gatherCase = gatherCase;
    this.askVendor = askVendor;
    this.changeTerminals = changeTerminals;
    this.clouds = clouds;
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
  record Rules(DiagnosisRules rules, Limits limits, InstantSource clock) {}

  /** Diagnoses whatever is behind that text: a serial nobody knows, and what is no serial, too. */
  public Uni<Diagnosis> diagnose(String serial) {
    return gatherCase
        .terminal(serial)
        .chain(found -> found.map(this::upToDate).orElseGet(() -> heardOf(serial)))
        .chain(facts -> gatherCase.of(serial, facts, rules.clock().instant()))
        .map(rules.rules()::diagnose);
  }

  /** What is known of a terminal may follow from the clock alone: it is judged anew in any case. */
  private Uni<VendorFacts> upToDate(Terminal terminal) {
    var facts = terminal.dossier().facts();
    var since = rules.clock().instant().minus(rules.limits().freshFor());
    var judged =
        facts.wereAskedSince(since)
            ? changeTerminals.change(terminal.serial(), new Reconsider())
            : askVendor.about(terminal.serial());
    return judged.replaceWith(facts);
  }

  private Uni<VendorFacts> heardOf(String serial) {
    return Vendor.PAYTER.recognises(serial)
        ? clouds.ask(serial).map(VendorFacts.NONE::after)
        : Uni.createFrom().item(VendorFacts.NONE);
  }
}
