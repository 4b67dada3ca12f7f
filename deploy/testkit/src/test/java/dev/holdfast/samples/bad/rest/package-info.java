/** A reader of topics in the wrong place. */
@NullMarked
package dev.holdfast.samples.bad.rest;

import org.jspecify.annotations.NullMarked;
