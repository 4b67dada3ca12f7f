/** A core that knows where it is kept. */
@NullMarked
package dev.holdfast.samples.bad.terminal.core;

import org.jspecify.annotations.NullMarked;
