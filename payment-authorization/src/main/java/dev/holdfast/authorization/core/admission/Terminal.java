package dev.holdfast.authorization.core.admission;

import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A terminal as terminal-registry describes it.
 *
 * @param cpoId null while it is bound to no charger
 * @param reasons why it is not ready; empty when it is
 * @param holdAmount the amount to hold for a session; null where none is set
 */
public record Terminal(
    String serial,
    long version,
    String vendor,
    @Nullable String cpoId,
    List<String> evseIds,
    CurrencyUnit currency,
    boolean ready,
    List<String> reasons,
    @Nullable Money holdAmount,
    boolean overCommit) {
  public Terminal {
    evseIds = List.copyOf(evseIds);
    reasons = List.copyOf(reasons);
  }
}
