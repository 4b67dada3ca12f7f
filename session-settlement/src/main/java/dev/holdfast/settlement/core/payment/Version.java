package dev.holdfast.settlement.core.payment;

import java.time.Instant;

/** A state of a settlement, and since when it is so. */
public record Version(Settlement state, Instant at) {}
