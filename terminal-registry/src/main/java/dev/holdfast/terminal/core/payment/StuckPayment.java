package dev.holdfast.terminal.core.payment;

import java.time.Instant;

/**
 * A payment that does not go on.
 *
 * @param since when it should have gone on, or when it was last seen to
 */
public record StuckPayment(String reference, String why, Instant since) {}
