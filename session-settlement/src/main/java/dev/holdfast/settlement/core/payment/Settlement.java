package dev.holdfast.settlement.core.payment;

import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What a session finally cost, what shall be taken, and what was taken: one type a status. */
public sealed interface Settlement {
  /** The payment. */
  Reference reference();

  /** Grows by one with every change. */
  long version();

  /** Null until it is known. */
  @Nullable Hold hold();

  /** Null until it is known. */
  @Nullable Session session();

  /** The status as a value, for rows, topics and REST. */
  Status status();

  /** What shall be tried at the gateway, in order; empty where nothing can or need be. */
  default List<Rung> plan() {
    return List.of();
  }

  /** One for each type. */
  enum Status {
    AWAITING_SESSION,
    AWAITING_HOLD,
    DECIDED,
    SETTLED,
    CORRECTING,
    ATTENTION
  }

  /** The hold is known; the session has not closed. */
  record AwaitingSession(Reference reference, long version, Hold hold, @Nullable Session session)
      implements Settlement {
    @Override
    public Status status() {
      return Status.AWAITING_SESSION;
    }
  }

  /** The session has started or closed; its hold is not known. */
  record AwaitingHold(Reference reference, long version, Session session) implements Settlement {
    @Override
    public @Nullable Hold hold() {
      return null;
    }

    @Override
    public Status status() {
      return Status.AWAITING_HOLD;
    }
  }

  /** What shall happen to the hold; the session is null where it was waited for in vain. */
  record Decided(
      Reference reference, long version, Hold hold, @Nullable Session session, List<Rung> plan)
      implements Settlement {
    @Override
    public Status status() {
      return Status.DECIDED;
    }
  }

  /** Nothing more shall move; the session is null where a hold ended without one. */
  record Settled(
      Reference reference, long version, Hold hold, @Nullable Session session, Result result)
      implements Settlement {
    @Override
    public Status status() {
      return Status.SETTLED;
    }
  }

  /**
   * How it was paid.
   *
   * @param shortfall what of the total was earned and not received
   * @param writtenOff what of that nobody waits for any more; negative for what was taken and is
   *     not paid back; null where nothing was written off
   */
  record Result(Outcome outcome, Money shortfall, @Nullable Money writtenOff) {
    /** Nothing was written off. */
    public Result(Outcome outcome, Money shortfall) {
      this(outcome, shortfall, null);
    }

    /** Does somebody still wait for the shortfall? */
    public boolean isOpen() {
      return shortfall.isPositive() && writtenOff == null;
    }
  }

  /** More was taken than the newest revision asks for: the difference goes back. */
  record Correcting(Reference reference, long version, Hold hold, Session session, List<Rung> plan)
      implements Settlement {
    @Override
    public Status status() {
      return Status.CORRECTING;
    }
  }

  /** A person must look at it; facts still join, and money that moves is still booked. */
  record Attention(
      Reference reference,
      long version,
      @Nullable Hold hold,
      @Nullable Session session,
      AttentionReason reason)
      implements Settlement {
    @Override
    public Status status() {
      return Status.ATTENTION;
    }
  }
}
