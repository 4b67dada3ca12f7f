package dev.holdfast.terminal.core.diagnosis;

import dev.holdfast.terminal.core.Readiness;
import dev.holdfast.terminal.core.diagnosis.Check.Outcome;
import dev.holdfast.terminal.core.vendor.Environment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a terminal may take a card now, and if not, why, what to do, and who does it.
 *
 * @param readiness the vendor's status included; null for a serial that is not registered
 * @param checks one for each {@link Question}, in their order
 */
public record Diagnosis(
    String serial,
    Environment environment,
    Instant at,
    @Nullable Readiness readiness,
    List<Check> checks) {
  /** Keeps its own copy. */
  public Diagnosis {
    checks = List.copyOf(checks);
  }

  /** The verdict: the first failing check; empty where the terminal may take a card. */
  public Optional<Check> firstFailing() {
    return checks.stream().filter(check -> check.outcome() == Outcome.FAIL).findFirst();
  }

  /** The verdict in a sentence. */
  public String summary() {
    return firstFailing()
        .map(check -> "%s may not take a card: %s".formatted(serial, check.evidence()))
        .orElseGet(() -> serial + " may take a card now");
  }
}
