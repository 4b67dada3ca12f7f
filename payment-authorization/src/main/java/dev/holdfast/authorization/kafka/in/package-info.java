/** The topics that this service reads. */
@NullMarked
package dev.holdfast.authorization.kafka.in;

import org.jspecify.annotations.NullMarked;
