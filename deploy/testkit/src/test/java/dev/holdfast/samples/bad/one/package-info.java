/** Half of a cycle. */
@NullMarked
package dev.holdfast.samples.bad.one;

import org.jspecify.annotations.NullMarked;
