package dev.holdfast.authorization.due;

import dev.holdfast.authorization.core.Authorization;
import dev.holdfast.authorization.core.Work;
import java.time.Instant;

/**
 * Work that this instance has taken for itself, for the length of a lease.
 *
 * @param goodUntil when a call must have begun, by this instance's clock, to end within the lease
 */
public record Claim(Work work, Authorization state, Instant goodUntil) {}
