/** How terminal-registry decides: terminals, operators, vendors' facts and readiness; no I/O. */
@NullMarked
package dev.holdfast.terminal.core;

import org.jspecify.annotations.NullMarked;
