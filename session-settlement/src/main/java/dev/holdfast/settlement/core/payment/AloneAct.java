package dev.holdfast.settlement.core.payment;

import dev.holdfast.settlement.core.payment.Resolution.Word;
import java.util.Collection;
import java.util.List;
import org.joda.money.Money;

/**
 * What a person wants to do without a second one.
 *
 * @param name done again under it, it counts once
 * @param amounts one for each currency
 */
public record AloneAct(Kind kind, String name, String cpoId, Word word, Collection<Money> amounts) {
  /** Each kind has limits of its own. */
  public enum Kind {
    REFUND,
    MANUAL_ENTRY
  }

  /** The amounts are copied. */
  public AloneAct {
    amounts = List.copyOf(amounts);
  }
}
