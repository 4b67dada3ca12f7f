/** A service as all should be. */
@NullMarked
package dev.holdfast.samples.good.terminal;

import org.jspecify.annotations.NullMarked;
