package dev.holdfast.authorization.core.attempt;

import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What settlement wants done with the money. */
public sealed interface Plan {
  /** Takes money: the first rung that the gateway approves. */
  record Capture(List<Rung> rungs) implements Plan {
    public Capture {
      rungs = List.copyOf(rungs);
    }
  }

  /** Gives the whole hold back. */
  record Release() implements Plan {}

  /**
   * Pays back a part of what was captured, or all of it.
   *
   * @param known what settlement knew to be paid back when it ordered this on top of it
   */
  record Refund(Money amount, Money known) implements Plan {
    public Refund {
      if (!amount.isSameCurrency(known)) {
        throw new IllegalArgumentException(
            "A refund of %s cannot come on top of %s".formatted(amount, known));
      }
    }
  }

  /**
   * Reads a plan from its rungs.
   *
   * @param refunded what was paid back already, as far as settlement knows; null for nothing
   * @throws IllegalArgumentException if they are not one capture ladder, one release or one refund
   */
  static Plan of(List<Rung> rungs, @Nullable Money refunded) {
    if (rungs.isEmpty()) {
      throw new IllegalArgumentException("A plan needs at least one rung");
    }
    if (rungs.stream().allMatch(rung -> rung.kind().captures())) {
      return new Capture(rungs);
    }
    var only = rungs.getFirst();
    if (rungs.size() == 1 && only.kind() == Kind.RELEASE) {
      return new Release();
    }
    if (rungs.size() == 1 && only.kind() == Kind.REFUND) {
      var nothing = Money.zero(only.amount().getCurrencyUnit());
      return new Refund(only.amount(), refunded == null ? nothing : refunded);
    }
    throw new IllegalArgumentException(
        "A plan is a ladder of captures, one RELEASE, or one REFUND, not " + rungs);
  }
}
