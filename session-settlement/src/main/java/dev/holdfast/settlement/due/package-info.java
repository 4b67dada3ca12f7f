/** Work that waits for its time: which deadlines have passed, and which of them may be met. */
@NullMarked
package dev.holdfast.settlement.due;

import org.jspecify.annotations.NullMarked;
