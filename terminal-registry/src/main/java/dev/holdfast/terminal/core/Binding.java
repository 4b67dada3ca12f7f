package dev.holdfast.terminal.core;

import java.time.Instant;

/**
 * The binding of a terminal to a charger, which holds until the next one or until it is ended.
 *
 * @param since when it began
 */
public record Binding(Place place, Instant since) {}
