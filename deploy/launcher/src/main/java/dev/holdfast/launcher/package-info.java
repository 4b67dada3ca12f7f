/**
 * Starts the whole system on one machine and leaves it running, and what every command needs that
 * starts it or speaks to it.
 */
@NullMarked
package dev.holdfast.launcher;

import org.jspecify.annotations.NullMarked;
