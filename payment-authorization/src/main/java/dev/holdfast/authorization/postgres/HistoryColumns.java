package dev.holdfast.authorization.postgres;

import dev.holdfast.authorization.core.attempt.AttemptHistory;
import jakarta.persistence.Embeddable;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** The columns of what happened so far. */
@Embeddable
record HistoryColumns(
    long version, long settlementVersion, @Nullable String attention, String attempts) {

  static HistoryColumns of(AttemptHistory history) {
    return new HistoryColumns(
        history.version(),
        history.settlementVersion(),
        history.attention(),
        JsonText.of(history.attempts().stream().map(AttemptColumn::of).toList()));
  }

  /**
   * What happened.
   *
   * @throws IllegalArgumentException saying what of it is not known here
   */
  AttemptHistory toHistory(CurrencyUnit currency) {
    var all =
        JsonText.read(attempts, AttemptColumn.class).stream()
            .map(attempt -> attempt.toAttempt(currency))
            .toList();
    return new AttemptHistory(version, all, settlementVersion, attention);
  }
}
