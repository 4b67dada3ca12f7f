/** Words for what only a verb knows. */
@NullMarked
package dev.holdfast.samples.bad.terminal.kafka.publish;

import org.jspecify.annotations.NullMarked;
