/** Reads the settlement reports of gateways. */
@NullMarked
package dev.holdfast.settlement.rest.report;

import org.jspecify.annotations.NullMarked;
