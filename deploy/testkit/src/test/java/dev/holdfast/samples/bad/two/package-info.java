/** The other half. */
@NullMarked
package dev.holdfast.samples.bad.two;

import org.jspecify.annotations.NullMarked;
