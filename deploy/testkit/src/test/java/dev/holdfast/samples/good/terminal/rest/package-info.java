/** A door. */
@NullMarked
package dev.holdfast.samples.good.terminal.rest;

import org.jspecify.annotations.NullMarked;
