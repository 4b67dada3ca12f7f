/** How terminal-registry decides what becomes of a terminal, and whether it is ready; no I/O. */
@NullMarked
package dev.holdfast.terminal.core;

import org.jspecify.annotations.NullMarked;
