/** Reads the settlement reports of gateways. */
@NullMarked
package dev.holdfast.settlement.report;

import org.jspecify.annotations.NullMarked;
