package dev.holdfast.terminal;

import dev.holdfast.terminal.core.StandingRules;
import dev.holdfast.terminal.core.TerminalRules;
import dev.holdfast.terminal.core.diagnosis.DiagnosisRules;
import dev.holdfast.terminal.core.vendor.Environment;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives the rules what they need of this deployment: its environment and the limits. */
final class ProvideRules {
  @Produces
  @Singleton
  TerminalRules rules(
      @ConfigProperty(name = "holdfast.environment", defaultValue = "ACCEPTANCE")
          Environment environment) {
    return new TerminalRules(new StandingRules(environment, ReadCountryLimits.fromFile()));
  }

  @Produces
  @Singleton
  DiagnoseTerminal.Rules diagnosisRules(
      TerminalRules rules, DiagnoseTerminal.Limits limits, Clock clock) {
    var diagnosis = new DiagnosisRules(rules.standings(), limits.offlineAfter());
    return new DiagnoseTerminal.Rules(diagnosis, limits, clock);
  }
}
