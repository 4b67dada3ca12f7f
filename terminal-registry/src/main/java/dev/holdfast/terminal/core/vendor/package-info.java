/** Who runs the terminals' clouds, what these say of a terminal, and how they are doing. */
@NullMarked
package dev.holdfast.terminal.core.vendor;

import org.jspecify.annotations.NullMarked;
