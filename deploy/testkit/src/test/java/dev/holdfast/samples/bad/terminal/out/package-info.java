/** A package that tools take for rubbish. */
@NullMarked
package dev.holdfast.samples.bad.terminal.out;

import org.jspecify.annotations.NullMarked;
