package dev.holdfast.terminal.core;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What follows for a terminal from all that is known of it, its CPO and its country.
 *
 * @param readiness may it take a card, the vendor's own status aside
 * @param hold what to reserve for a session; null where nobody gives an amount
 * @param overCommit may more than the hold be taken?
 * @param seenIn the vendor's cloud that shows it, ours first; null where none does
 */
public record Standing(
    Readiness readiness,
    @Nullable Money hold,
    boolean overCommit,
    @Nullable VendorEnvironment seenIn) {}
