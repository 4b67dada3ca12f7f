package dev.holdfast.terminal.core;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A charge point operator.
 *
 * @param cpoId its external id
 * @param version grows by one with every change
 * @param defaults what holds for its terminals that set nothing themselves
 * @param contracts its contactless contracts, at most one for each environment
 */
public record Cpo(
    String cpoId, long version, Defaults defaults, Map<Environment, Contract> contracts) {
  /**
   * What holds for a CPO's terminals that set nothing themselves.
   *
   * @param country ISO 3166-1 alpha-2: where its terminals usually stand; a proposal for new ones
   */
  public record Defaults(@Nullable String country, HoldTerms terms) {}

  /** Keeps its own copy of the contracts. */
  public Cpo {
    contracts = Map.copyOf(contracts);
  }

  /** A CPO that was not known before: no contract yet. */
  public static Cpo named(String cpoId, Defaults defaults) {
    return new Cpo(cpoId, 1, defaults, Map.of());
  }

  /** With other defaults: this very one where they are the same. */
  public Cpo with(Defaults others) {
    return others.equals(defaults) ? this : new Cpo(cpoId, version + 1, others, contracts);
  }

  /** With that contract in that environment: this very one where it has it already. */
  public Cpo with(Environment environment, Contract contract) {
    if (contract.equals(contracts.get(environment))) {
      return this;
    }
    var all = new EnumMap<Environment, Contract>(Environment.class);
    all.putAll(contracts);
    all.put(environment, contract);
    return new Cpo(cpoId, version + 1, defaults, all);
  }

  /** May it take contactless payments in that environment at that instant? */
  public boolean isContracted(Environment environment, Instant now) {
    var contract = contracts.get(environment);
    return contract != null && contract.inForceAt(now);
  }
}
