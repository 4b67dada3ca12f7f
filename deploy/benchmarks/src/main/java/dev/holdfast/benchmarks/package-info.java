/**
 * How many taps and settlements a second, how long each takes, and how fast a journal is exported.
 */
@NullMarked
package dev.holdfast.benchmarks;

import org.jspecify.annotations.NullMarked;
