package dev.holdfast.settlement.core;

import dev.holdfast.settlement.core.payment.Close;
import dev.holdfast.settlement.core.payment.Goodwill;
import dev.holdfast.settlement.core.payment.Hold;
import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.core.payment.Resolution;
import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What a settlement hears of. */
public sealed interface Command {
  /** The payment that it concerns. */
  Reference reference();

  /** The hold as it stands now. */
  record HoldChanged(Reference reference, Hold hold) implements Command {}

  /** A hold was asked for and is not decided yet: there is nothing to join. */
  record HoldPending(Reference reference) implements Command {}

  /** A session began. */
  record SessionStarted(Reference reference, String sessionId, Instant startedAt)
      implements Command {}

  /** A session ended, or its close was corrected. */
  record SessionClosed(Reference reference, Close close) implements Command {}

  /** Another payment of the same CPO has taken the session before. */
  record SessionElsewhere(Reference reference, String sessionId, Reference elsewhere)
      implements Command {}

  /** What was waited for has not come in time. */
  record Overdue(Reference reference) implements Command {}

  /** A person says so, and no topic. */
  sealed interface OfPerson extends Command {}

  /**
   * Support wants something given back.
   *
   * @param isAlone is one person enough for so much?
   */
  record RefundAsked(
      Reference reference, String key, Wish wish, Resolution.Word word, boolean isAlone)
      implements OfPerson {
    /** The same, once it is known whether one person is enough. */
    public RefundAsked by(boolean one) {
      return new RefundAsked(reference, key, wish, word, one);
    }

    /** Of the wish. */
    public Money amount() {
      return wish.amount();
    }

    Goodwill goodwill(int refunds) {
      var granted = isAlone ? new Goodwill.Ruling(Goodwill.State.GRANTED, word, refunds) : null;
      return new Goodwill(key, wish.code(), wish.amount(), word, granted);
    }
  }

  /** How much, and what for. */
  record Wish(Goodwill.Code code, Money amount) {}

  /** A second person decided about a refund that support wants. */
  record RefundRuled(Reference reference, int number, Goodwill.State state, Resolution.Word word)
      implements OfPerson {}

  /** A person decided; the number is null where there is but one contradiction, or none. */
  record Resolved(
      Reference reference,
      Resolution.Choice choice,
      @Nullable Integer contradiction,
      Resolution.Word word)
      implements OfPerson {}
}
