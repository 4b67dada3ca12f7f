/** How a settlement decides: facts join in any order, one table judges, the journal follows. */
@NullMarked
package dev.holdfast.settlement.core;

import org.jspecify.annotations.NullMarked;
