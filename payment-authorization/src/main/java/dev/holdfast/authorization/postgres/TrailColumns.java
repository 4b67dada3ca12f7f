package dev.holdfast.authorization.postgres;

import dev.holdfast.authorization.core.Trail;
import jakarta.persistence.Embeddable;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** The columns of what happened so far. */
@Embeddable
record TrailColumns(
    long version, long settlementVersion, @Nullable String attention, String attempts) {

  static TrailColumns of(Trail trail) {
    return new TrailColumns(
        trail.version(),
        trail.settlementVersion(),
        trail.attention(),
        JsonText.of(trail.attempts().stream().map(AttemptColumn::of).toList()));
  }

  /**
   * What happened.
   *
   * @throws IllegalArgumentException saying what of it is not known here
   */
  Trail toTrail(CurrencyUnit currency) {
    var all =
        JsonText.read(attempts, AttemptColumn.class).stream()
            .map(attempt -> attempt.toAttempt(currency))
            .toList();
    return new Trail(version, all, settlementVersion, attention);
  }
}
