package dev.holdfast.settlement.core.report;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a line, or of a movement that its report does not name; the amounts in minor units
 * of the currency.
 *
 * @param position in its report, from 1
 * @param line its number in the file; null where the file does not name it
 * @param result a name of {@link Verdict.Result}, or one that only a newer version knows
 * @param minorUnits what the report says that moved, or else what moved here
 * @param reference of the payment, where it is known
 */
public record JudgedLine(
    int position,
    @Nullable Integer line,
    String result,
    @Nullable String gatewayReference,
    @Nullable String currency,
    @Nullable Long minorUnits,
    @Nullable Long fee,
    @Nullable String payout,
    @Nullable UUID reference,
    @Nullable String remedy) {}
