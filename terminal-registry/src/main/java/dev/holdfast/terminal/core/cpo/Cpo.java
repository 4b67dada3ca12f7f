package dev.holdfast.terminal.core.cpo;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.holdfast.terminal.core.vendor.Environment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A charge point operator.
 *
 * @param cpoId its external id
 * @param version grows by one with every change
 * @param defaults what holds for its terminals that set nothing themselves
 * @param contracts its contactless contracts by environment, the earliest first; no two of one
 *     environment overlap
 */
public record Cpo(
    String cpoId, long version, Defaults defaults, Map<Environment, List<Contract>> contracts) {
  /**
   * What holds for a CPO's terminals that set nothing themselves.
   *
   * @param country ISO 3166-1 alpha-2: where its terminals usually stand; a proposal for new ones
   */
  public record Defaults(@Nullable String country, HoldTerms terms) {}

  /** What became of a contract that somebody wants to agree. */
  public sealed interface Agreement {
    /** It counts from now on. */
    record Agreed(Cpo cpo) implements Agreement {}

    /** It cannot be beside this one of the same environment. */
    record Overlapping(Contract other) implements Agreement {}
  }

  /** Keeps its own copy of the contracts, sorted. */
  public Cpo {
    contracts =
        contracts.entrySet().stream()
            .filter(each -> !each.getValue().isEmpty())
            .collect(toUnmodifiableMap(Map.Entry::getKey, each -> sorted(each.getValue())));
  }

  /** A CPO that was not known before: no contract yet. */
  public static Cpo named(String cpoId, Defaults defaults) {
    return new Cpo(cpoId, 1, defaults, Map.of());
  }

  /** With other defaults: this very one where they are the same. */
  public Cpo with(Defaults others) {
    return others.equals(defaults) ? this : new Cpo(cpoId, version + 1, others, contracts);
  }

  /**
   * With that contract, in the place of one that starts at the same instant: this very one where it
   * has it already.
   */
  public Agreement agree(Environment environment, Contract contract) {
    var others = without(environment, contract.validFrom());
    var overlapping = others.stream().filter(contract::overlaps).findFirst();
    if (overlapping.isPresent()) {
      return new Agreement.Overlapping(overlapping.get());
    }
    others.add(contract);
    return new Agreement.Agreed(with(environment, others));
  }

  /** Without the contract that starts at that instant: this very one where there is none. */
  public Cpo revoke(Environment environment, Instant validFrom) {
    return with(environment, without(environment, validFrom));
  }

  /** May it take contactless payments in that environment at that instant? */
  public boolean isContracted(Environment environment, Instant now) {
    return in(environment).stream().anyMatch(contract -> contract.inForceAt(now));
  }

  /** When a contract in that environment starts or ends next; empty where none does. */
  public Optional<Instant> nextTurn(Environment environment, Instant now) {
    return in(environment).stream()
        .flatMap(contract ->
            Stream.concat(Stream.of(contract.validFrom()), Stream.ofNullable(contract.validTo())))
        .filter(turn -> turn.isAfter(now))
        .min(Comparator.naturalOrder());
  }

  /** Its contracts in that environment, the earliest first. */
  public List<Contract> in(Environment environment) {
    return contracts.getOrDefault(environment, List.of());
  }

  private List<Contract> without(Environment environment, Instant validFrom) {
    var others = new ArrayList<>(in(environment));
    others.removeIf(contract -> contract.validFrom().equals(validFrom));
    return others;
  }

  private Cpo with(Environment environment, List<Contract> agreed) {
    var all = new HashMap<>(contracts);
    all.put(environment, agreed);
    var next = new Cpo(cpoId, version + 1, defaults, all);
    return next.contracts.equals(contracts) ? this : next;
  }

  private static List<Contract> sorted(List<Contract> contracts) {
    return contracts.stream().sorted(Comparator.comparing(Contract::validFrom)).toList();
  }
}
