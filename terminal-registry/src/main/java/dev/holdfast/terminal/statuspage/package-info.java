/** Reads the vendor's public status page. */
@NullMarked
package dev.holdfast.terminal.statuspage;

import org.jspecify.annotations.NullMarked;
