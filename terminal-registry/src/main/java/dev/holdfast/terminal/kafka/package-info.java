/** What the registry publishes. */
@NullMarked
package dev.holdfast.terminal.kafka;

import org.jspecify.annotations.NullMarked;
