/**
 * The whole system on one machine: start it and leave it running, play every scenario, publish an
 * event.
 */
@NullMarked
package dev.holdfast.local;

import org.jspecify.annotations.NullMarked;
