/** Static calls. */
@NullMarked
package dev.holdfast.samples.bad.panache;

import org.jspecify.annotations.NullMarked;
