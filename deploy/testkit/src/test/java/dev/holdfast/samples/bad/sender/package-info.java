/** Senders beside the relay. */
@NullMarked
package dev.holdfast.samples.bad.sender;

import org.jspecify.annotations.NullMarked;
