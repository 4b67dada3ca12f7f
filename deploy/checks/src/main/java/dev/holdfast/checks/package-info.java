/** Whether a running system says what it holds, and holds what is sound. */
@NullMarked
package dev.holdfast.checks;

import org.jspecify.annotations.NullMarked;
