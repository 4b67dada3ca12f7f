package dev.holdfast.scenarios;

import org.joda.money.Money;

/** Something that somebody does to set a terminal up, to break it, or to mend it. */
sealed interface Act {
  /** The vendor adds the terminal to one of its clouds: {@code test} or {@code production}. */
  record AddToCloud(String cloud) implements Act {}

  /** Its owner registers it, or sets another hold. */
  record Register(Money hold, boolean overCommit) implements Act {}

  /** Its owner makes a CPO known, who has no contract yet. */
  record MakeKnown(String cpoId) implements Act {}

  /** The platform contracts the CPO for contactless. */
  record Contract(String cpoId) implements Act {}

  /** Its owner adds it to its charger; where it is at it already, the charger changes the CPO. */
  record AddToCharger(String cpoId) implements Act {}

  /** Somebody has the vendor's clouds asked for the terminal now. */
  record AskVendor() implements Act {}

  /** The vendor's status page says this of every terminal at once. */
  record VendorSays(String status) implements Act {}
}
