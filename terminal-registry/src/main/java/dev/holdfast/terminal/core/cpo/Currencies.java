package dev.holdfast.terminal.core.cpo;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/** The currencies that people pay with: those of ISO 4217 without gold, test codes and the like. */
public final class Currencies {
  private static final Map<String, CurrencyUnit> BY_CODE =
      CurrencyUnit.registeredCurrencies().stream()
          .filter(unit -> !unit.isPseudoCurrency())
          .collect(toUnmodifiableMap(CurrencyUnit::getCode, unit -> unit));

  private Currencies() {}

  /** The currency of that code; empty where there is none. */
  public static Optional<CurrencyUnit> ofCode(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }
}
