package dev.holdfast.terminal.core.diagnosis;

import dev.holdfast.terminal.core.cpo.HoldTerms;
import dev.holdfast.terminal.core.diagnosis.Case.Registered;
import java.util.function.Predicate;

/** Who set what holds at a terminal: whoever is to change it must know where. */
sealed interface Setting {
  /** The terminal has a setting of its own. */
  record Own() implements Setting {}

  /** The terminal's CPO has a default. */
  record OfCpo(String cpoId) implements Setting {}

  /** Neither of them set anything. */
  record Nobodys() implements Setting {}

  /** Who set that, in the order in which they are asked. */
  static Setting of(Registered registered, Predicate<HoldTerms> isSet) {
    if (isSet.test(registered.terminal().dossier().registration().own())) {
      return new Own();
    }
    var cpo = registered.cpo();
    return cpo != null && isSet.test(cpo.defaults().terms())
        ? new OfCpo(cpo.cpoId())
        : new Nobodys();
  }

  /** Whose setting it is. */
  default String whose(String nobodys) {
    return switch (this) {
      case Own _ -> "its own setting";
      case OfCpo(String cpoId) -> "the default of " + cpoId;
      case Nobodys _ -> nobodys;
    };
  }
}
