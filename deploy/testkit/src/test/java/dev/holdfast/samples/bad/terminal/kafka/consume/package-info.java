/** A use case where topics are read. */
@NullMarked
package dev.holdfast.samples.bad.terminal.kafka.consume;

import org.jspecify.annotations.NullMarked;
