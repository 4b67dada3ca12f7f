/** The port to an outside party. */
@NullMarked
package dev.holdfast.samples.good.terminal.vendor;

import org.jspecify.annotations.NullMarked;
