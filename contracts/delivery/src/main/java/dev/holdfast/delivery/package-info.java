/**
 * How services speak to each other: one transaction for state and outbox, a relay to Kafka, batches
 * in, and nothing lost on the way.
 */
@NullMarked
package dev.holdfast.delivery;

import org.jspecify.annotations.NullMarked;
