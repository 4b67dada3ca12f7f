/** Reads comma-separated text. */
@NullMarked
package dev.holdfast.text.csv;

import org.jspecify.annotations.NullMarked;
