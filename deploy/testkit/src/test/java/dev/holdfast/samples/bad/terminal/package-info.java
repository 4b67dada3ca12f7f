/** A service as none may be. */
@NullMarked
package dev.holdfast.samples.bad.terminal;

import org.jspecify.annotations.NullMarked;
