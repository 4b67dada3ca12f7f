/** The topics that this service reads. */
@NullMarked
package dev.holdfast.authorization.kafka.consume;

import org.jspecify.annotations.NullMarked;
