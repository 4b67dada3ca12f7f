/** Rows that know who writes them. */
@NullMarked
package dev.holdfast.samples.bad.terminal.postgres;

import org.jspecify.annotations.NullMarked;
