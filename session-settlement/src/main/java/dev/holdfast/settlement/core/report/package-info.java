/** A gateway's settlement report, held against what moved here. */
@NullMarked
package dev.holdfast.settlement.core.report;

import org.jspecify.annotations.NullMarked;
