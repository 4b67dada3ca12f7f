/** An adapter beside its port. */
@NullMarked
package dev.holdfast.samples.good.terminal.payter;

import org.jspecify.annotations.NullMarked;
