/** Settlements and the journal as rows; the journal is append-only. */
@NullMarked
package dev.holdfast.settlement.postgres;

import org.jspecify.annotations.NullMarked;
