/** Cores that know too much. */
@NullMarked
package dev.holdfast.samples.bad.core;

import org.jspecify.annotations.NullMarked;
