/** An adapter. */
@NullMarked
package dev.holdfast.samples.bad.terminal.payter;

import org.jspecify.annotations.NullMarked;
