/**
 * Work that waits for its time: who finds it, who has claimed it and until when, and how much of it
 * is under way here. What the work is stands with the verbs, which are handed it.
 */
@NullMarked
package dev.holdfast.authorization.due;

import org.jspecify.annotations.NullMarked;
