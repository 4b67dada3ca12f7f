/** What the registry publishes. */
@NullMarked
package dev.holdfast.terminal.kafka.publish;

import org.jspecify.annotations.NullMarked;
