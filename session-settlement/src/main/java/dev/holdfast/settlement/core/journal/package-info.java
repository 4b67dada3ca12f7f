/** What is booked, and on which day. */
@NullMarked
package dev.holdfast.settlement.core.journal;

import org.jspecify.annotations.NullMarked;
