/** A core as it should be. */
@NullMarked
package dev.holdfast.samples.good.core;

import org.jspecify.annotations.NullMarked;
