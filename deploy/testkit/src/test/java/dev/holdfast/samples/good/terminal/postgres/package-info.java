/** What is kept. */
@NullMarked
package dev.holdfast.samples.good.terminal.postgres;

import org.jspecify.annotations.NullMarked;
