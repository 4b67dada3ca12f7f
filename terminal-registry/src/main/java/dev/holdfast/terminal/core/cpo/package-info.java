/** Operators, their contracts, and how much may be held: their terms, and the countries' limits. */
@NullMarked
package dev.holdfast.terminal.core.cpo;

import org.jspecify.annotations.NullMarked;
