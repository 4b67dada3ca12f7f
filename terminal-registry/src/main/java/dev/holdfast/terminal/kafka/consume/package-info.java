/** The topics that the registry reads. */
@NullMarked
package dev.holdfast.terminal.kafka.consume;

import org.jspecify.annotations.NullMarked;
