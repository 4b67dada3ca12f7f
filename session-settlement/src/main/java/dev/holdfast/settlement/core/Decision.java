package dev.holdfast.settlement.core;

import dev.holdfast.settlement.core.payment.Settlement;

/** A new version of a settlement, and what changed. */
public record Decision(Settlement after, Change change) {}
