package dev.holdfast.terminal.core;

import dev.holdfast.terminal.core.vendor.VendorEnvironment;
import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What follows for a terminal from all that is known of it, its CPO and its country.
 *
 * @param readiness may it take a card, the vendor's own status aside
 * @param hold what to reserve for a session; null where nobody gives an amount
 * @param overCommit may more than the hold be taken?
 * @param seenIn the vendor's cloud that shows it, ours first; null where none does
 * @param reviewAt when something else may follow by time alone; null where nothing is foreseen
 */
public record Standing(
    Readiness readiness,
    @Nullable Money hold,
    boolean overCommit,
    @Nullable VendorEnvironment seenIn,
    @Nullable Instant reviewAt) {

  /** Does the same follow, whenever that is to be looked at again? */
  boolean isAs(Standing other) {
    return equals(
        new Standing(other.readiness, other.hold, other.overCommit, other.seenIn, reviewAt));
  }
}
