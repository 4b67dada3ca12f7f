package dev.holdfast.authorization.core;

import dev.holdfast.authorization.core.attempt.Answer;
import dev.holdfast.authorization.core.attempt.Attempt;
import java.util.HashMap;
import java.util.Map;
import org.joda.money.Money;

/**
 * A gateway with one hold of 50.00 EUR, as its own ledger sees it: it acts once for each
 * idempotency key, takes money once, and pays back no more than it took.
 */
final class Witness {
  private final Money most;
  private final Map<Integer, Answer> acted = new HashMap<>();
  private Money taken = Samples.eur(0);
  private Money paidBack = Samples.eur(0);
  private boolean cancelled;

  /** The bank lets so much be taken at most. */
  Witness(long mostEuros) {
    most = Samples.eur(mostEuros);
  }

  Answer send(Attempt attempt) {
    return acted.computeIfAbsent(attempt.number(), number -> act(attempt));
  }

  Answer lookUp(Attempt attempt) {
    var answer = acted.get(attempt.number());
    return answer == null ? new Answer.NotActed("never heard of it") : answer;
  }

  private Answer act(Attempt attempt) {
    return switch (attempt.kind()) {
      case CAPTURE, OVER_COMMIT, WHOLE, HOLD -> capture(attempt.amount());
      case RELEASE -> cancel(attempt.amount());
      case REFUND -> refund(attempt.amount());
      case AUTHORIZE -> throw new AssertionError("The hold was granted before");
    };
  }

  private Answer capture(Money amount) {
    if (!isOpen() || amount.isGreaterThan(most)) {
      return new Answer.Refused("NOT_PERMITTED");
    }
    taken = amount;
    return approved(amount);
  }

  private Answer cancel(Money amount) {
    if (taken.isPositive()) {
      return new Answer.Refused("COMMITTED");
    }
    cancelled = true;
    return approved(amount);
  }

  private Answer refund(Money amount) {
    if (paidBack.plus(amount).isGreaterThan(taken)) {
      return new Answer.Refused("REFUND_TOO_LARGE");
    }
    paidBack = paidBack.plus(amount);
    return approved(amount);
  }

  private static Answer approved(Money amount) {
    return new Answer.Approved("movement", amount, Samples.EXPIRY);
  }

  Money taken() {
    return taken;
  }

  Money paidBack() {
    return paidBack;
  }

  boolean isCancelled() {
    return cancelled;
  }

  boolean isOpen() {
    return taken.isZero() && !cancelled;
  }
}
