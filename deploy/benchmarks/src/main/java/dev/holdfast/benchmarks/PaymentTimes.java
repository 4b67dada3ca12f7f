package dev.holdfast.benchmarks;

/**
 * How long one whole payment took; in microseconds.
 *
 * @param decided from session-closed to its settlement published
 * @param booked from session-closed to the last of: settled, billed and captured, each published
 */
record PaymentTimes(TapFigures.Tapped tap, long decided, long booked) {}
