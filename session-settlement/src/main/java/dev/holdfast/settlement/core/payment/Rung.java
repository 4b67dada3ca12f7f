package dev.holdfast.settlement.core.payment;

import org.joda.money.Money;

/** One step of a plan: tried in order, the next only when the last one was refused. */
public record Rung(Method method, Money amount) {}
