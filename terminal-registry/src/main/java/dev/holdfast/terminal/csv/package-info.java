/** Reads comma-separated text. */
@NullMarked
package dev.holdfast.terminal.csv;

import org.jspecify.annotations.NullMarked;
