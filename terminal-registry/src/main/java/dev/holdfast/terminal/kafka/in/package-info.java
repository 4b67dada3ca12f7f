/** The topics that the registry reads. */
@NullMarked
package dev.holdfast.terminal.kafka.in;

import org.jspecify.annotations.NullMarked;
