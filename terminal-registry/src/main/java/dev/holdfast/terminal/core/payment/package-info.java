/** How payments go at a terminal, and how many of them are in trouble. */
@NullMarked
package dev.holdfast.terminal.core.payment;

import org.jspecify.annotations.NullMarked;
