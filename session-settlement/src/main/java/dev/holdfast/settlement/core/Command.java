package dev.holdfast.settlement.core;

import dev.holdfast.settlement.core.payment.Close;
import dev.holdfast.settlement.core.payment.Hold;
import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.core.payment.Resolution;
import java.time.Instant;

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

  /** What was waited for has not come in time. */
  record Overdue(Reference reference) implements Command {}

  /** A person decided. */
  record Resolved(Reference reference, Resolution.Choice choice, Resolution.Word word)
      implements Command {}
}
