/** The time line of a payment in plain sentences. */
@NullMarked
package dev.holdfast.settlement.core.trail;

import org.jspecify.annotations.NullMarked;
