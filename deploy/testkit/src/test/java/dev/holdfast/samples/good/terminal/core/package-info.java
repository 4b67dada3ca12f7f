/** What decides. */
@NullMarked
package dev.holdfast.samples.good.terminal.core;

import org.jspecify.annotations.NullMarked;
