package dev.holdfast.settlement.core;

import dev.holdfast.settlement.core.payment.AttentionReason;
import dev.holdfast.settlement.core.payment.Outcome;
import dev.holdfast.settlement.core.payment.Settlement;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which settlements are looked for; null: any. */
public record SettlementFilter(
    Settlement.@Nullable Status status,
    @Nullable Outcome outcome,
    @Nullable String cpoId,
    @Nullable String sessionId,
    @Nullable AttentionReason attention,
    @Nullable Deadline due,
    Finance finance) {
  /**
   * What finance asks for besides; null: any.
   *
   * @param from the tap was then or later; what tells no time counts as of 1970
   * @param to the tap was before
   * @param currency of the hold or of the session
   */
  public record Finance(
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable String currency,
      @Nullable Shortfall shortfall) {}

  /** What the ledger says of a payment's shortfall. */
  public enum Shortfall {
    OPEN
  }
}
