/** An adapter that leans on another. */
@NullMarked
package dev.holdfast.samples.bad.terminal.stripe;

import org.jspecify.annotations.NullMarked;
