/** A port for one ship. */
@NullMarked
package dev.holdfast.samples.bad.terminal.vendor;

import org.jspecify.annotations.NullMarked;
