package dev.holdfast.settlement.core.journal;

import java.time.Instant;

/** An invariant of the books, how many rows break it, and when they were counted. */
public record InvariantFinding(String invariant, long rows, Instant checkedAt) {}
