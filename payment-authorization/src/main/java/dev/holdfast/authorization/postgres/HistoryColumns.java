package dev.holdfast.authorization.postgres;

import dev.holdfast.authorization.core.attempt.AttemptHistory;
import dev.holdfast.authorization.core.attempt.Attention;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** The columns of what happened so far. */
@Embeddable
record HistoryColumns(
    long version,
    long settlementVersion,
    @Nullable String attention,
    @Nullable String attentions,
    String attempts) {

  static HistoryColumns of(AttemptHistory history) {
    return new HistoryColumns(
        history.version(),
        history.settlementVersion(),
        history.attention(),
        history.attentions().isEmpty()
            ? null
            : JsonText.of(history.attentions().stream().map(AttentionColumn::of).toList()),
        JsonText.of(history.attempts().stream().map(AttemptColumn::of).toList()));
  }

  /**
   * What happened.
   *
   * @param changedAt when the row last changed
   * @throws IllegalArgumentException saying what of it is not known here
   */
  AttemptHistory toHistory(CurrencyUnit currency, Instant changedAt) {
    var all =
        JsonText.read(attempts, AttemptColumn.class).stream()
            .map(attempt -> attempt.toAttempt(currency))
            .toList();
    return new AttemptHistory(version, all, settlementVersion, attentions(changedAt));
  }

  /** A row from before causes were kept has the words alone. */
  private List<Attention> attentions(Instant changedAt) {
    if (attentions != null) {
      return JsonText.read(attentions, AttentionColumn.class).stream()
          .map(AttentionColumn::toAttention)
          .toList();
    }
    return attention == null
        ? List.of()
        : List.of(new Attention(1, Attention.Cause.OTHER, attention, changedAt, null));
  }
}
