package dev.holdfast.settlement.core.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a line of a report says of a chargeback.
 *
 * @param answer until when it can be answered; null where it cannot, or nobody knows until when
 */
public record Dispute(Stage stage, @Nullable Answer answer) {
  /** How far it has come. */
  public enum Stage {
    /** The card holder's bank took the money back. */
    CHARGEBACK,
    /** It gave it up again. */
    REVERSAL,
    /** It took it back once more, and that is final. */
    SECOND_CHARGEBACK
  }

  /**
   * Until when a chargeback can be answered.
   *
   * @param by no later than then
   * @param source who says so
   */
  public record Answer(Instant by, String source) {}
}
