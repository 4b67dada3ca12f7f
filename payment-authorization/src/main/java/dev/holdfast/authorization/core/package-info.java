/** How an authorization decides: plain values and pure rules, no clock, no I/O, no framework. */
@NullMarked
package dev.holdfast.authorization.core;

import org.jspecify.annotations.NullMarked;
