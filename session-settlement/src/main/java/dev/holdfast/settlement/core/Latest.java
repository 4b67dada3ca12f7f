package dev.holdfast.settlement.core;

import dev.holdfast.settlement.core.payment.Settlement;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last version of a payment in a batch.
 *
 * @param due what it waits for, and until when; null where it waits for nothing
 */
public record Latest(Settlement state, Instant at, Deadline.@Nullable Due due) {}
