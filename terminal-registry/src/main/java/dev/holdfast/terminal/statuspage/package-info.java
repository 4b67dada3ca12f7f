/** Reads the vendors' public status pages. */
@NullMarked
package dev.holdfast.terminal.statuspage;

import org.jspecify.annotations.NullMarked;
