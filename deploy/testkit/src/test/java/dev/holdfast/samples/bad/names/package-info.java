/** Names that say nothing. */
@NullMarked
package dev.holdfast.samples.bad.names;

import org.jspecify.annotations.NullMarked;
