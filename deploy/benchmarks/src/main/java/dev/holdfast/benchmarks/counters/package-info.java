/** Counts from outside what a running system costs: no service knows that it is being counted. */
@NullMarked
package dev.holdfast.benchmarks.counters;

import org.jspecify.annotations.NullMarked;
