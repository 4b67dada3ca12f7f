/** Reads comma-separated text. */
@NullMarked
package dev.holdfast.delivery.csv;

import org.jspecify.annotations.NullMarked;
