package dev.holdfast.authorization.core.attempt;

import org.joda.money.Money;

/** One step of a plan: tried, and left for the next one only when the gateway refused it. */
public record Rung(Kind kind, Money amount) {
  public Rung {
    if (kind == Kind.AUTHORIZE) {
      throw new IllegalArgumentException("A plan cannot ask for a new hold");
    }
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("A rung must move more than zero, not " + amount);
    }
  }
}
