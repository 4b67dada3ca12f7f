/** What is known of one payment: its hold, its session, and how the two stand. */
@NullMarked
package dev.holdfast.settlement.core.payment;

import org.jspecify.annotations.NullMarked;
