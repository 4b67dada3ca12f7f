package dev.holdfast.authorization.postgres;

import dev.holdfast.authorization.core.Trail;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** The columns of what happened so far. */
@Embeddable
record TrailColumns(
    long version,
    long settlementVersion,
    @Nullable String attention,
    @Convert(converter = JsonText.Attempts.class) List<AttemptColumn> attempts) {

  static TrailColumns of(Trail trail) {
    return new TrailColumns(
        trail.version(),
        trail.settlementVersion(),
        trail.attention(),
        trail.attempts().stream().map(AttemptColumn::of).toList());
  }

  Trail toTrail(CurrencyUnit currency) {
    var all = attempts.stream().map(attempt -> attempt.toAttempt(currency)).toList();
    return new Trail(version, all, settlementVersion, attention);
  }
}
