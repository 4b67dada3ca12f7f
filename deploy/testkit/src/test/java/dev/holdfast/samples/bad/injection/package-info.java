/** Fields that are filled from outside. */
@NullMarked
package dev.holdfast.samples.bad.injection;

import org.jspecify.annotations.NullMarked;
