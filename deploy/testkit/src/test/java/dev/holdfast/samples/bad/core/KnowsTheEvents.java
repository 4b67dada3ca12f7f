package dev.holdfast.samples.bad.core;

import dev.holdfast.events.Money;

final class KnowsTheEvents {
  long decide(Money money) {
    return money.getMinorUnits();
  }
}
