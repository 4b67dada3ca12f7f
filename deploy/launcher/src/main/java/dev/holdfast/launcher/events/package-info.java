/** The charging platform's side of Kafka: session events in Avro. */
@NullMarked
package dev.holdfast.launcher.events;

import org.jspecify.annotations.NullMarked;
