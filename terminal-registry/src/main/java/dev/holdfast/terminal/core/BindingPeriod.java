package dev.holdfast.terminal.core;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A binding that holds or held.
 *
 * @param version the terminal's version that began it
 * @param validTo null while it holds
 */
public record BindingPeriod(
    long version, Place place, Instant validFrom, @Nullable Instant validTo) {}
