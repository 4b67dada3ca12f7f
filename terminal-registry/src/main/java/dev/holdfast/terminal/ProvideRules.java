package dev.holdfast.terminal;

import dev.holdfast.terminal.core.Environment;
import dev.holdfast.terminal.core.StandingRules;
import dev.holdfast.terminal.core.TerminalRules;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives the rules what they need of this deployment: its environment, the limits, the clock. */
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
  InstantSource clock() {
    return InstantSource.system();
  }
}
