package dev.holdfast.terminal.core.cpo;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What somebody set for holds; null where it is left to whoever is asked next: the terminal first,
 * then its CPO, then the country.
 *
 * @param hold the amount to reserve for a session
 * @param overCommit may more than the hold be taken?
 */
public record HoldTerms(@Nullable Money hold, @Nullable Boolean overCommit) {
  /** Leaves everything to the next one asked. */
  public static final HoldTerms NONE = new HoldTerms(null, null);
}
