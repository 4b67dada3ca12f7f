package dev.holdfast.authorization.postgres;

import static java.util.Objects.requireNonNull;

import dev.holdfast.authorization.core.Authorization;
import dev.holdfast.authorization.core.Authorization.Abandoned;
import dev.holdfast.authorization.core.Authorization.Authorizing;
import dev.holdfast.authorization.core.Authorization.AwaitingCard;
import dev.holdfast.authorization.core.Authorization.CaptureFailed;
import dev.holdfast.authorization.core.Authorization.Captured;
import dev.holdfast.authorization.core.Authorization.Capturing;
import dev.holdfast.authorization.core.Authorization.Declined;
import dev.holdfast.authorization.core.Authorization.Expired;
import dev.holdfast.authorization.core.Authorization.Held;
import dev.holdfast.authorization.core.Authorization.Refunding;
import dev.holdfast.authorization.core.Authorization.Released;
import dev.holdfast.authorization.core.Authorization.Releasing;
import dev.holdfast.authorization.core.Status;
import dev.holdfast.authorization.core.Summary;
import dev.holdfast.authorization.core.Tap;
import dev.holdfast.authorization.core.attempt.AttemptHistory;
import jakarta.persistence.Embeddable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of where an authorization stands. */
@Embeddable
record StateColumns(
    String status,
    @Nullable String reason,
    String rungsLeft,
    boolean expiring,
    @SuppressWarnings("UnusedVariable") // lists are filtered by it
        boolean unknown) {
  static StateColumns of(Authorization state, Summary summary) {
    return new StateColumns(
        summary.status().name(),
        summary.reason(),
        JsonText.of(
            state instanceof Capturing capturing
                ? capturing.rungsLeft().stream().map(RungColumn::of).toList()
                : List.of()),
        state instanceof Held held && held.expiring(),
        state.history().isUnknown());
  }

  /**
   * The state, with what the other columns hold.
   *
   * @throws IllegalArgumentException saying what of it is not known here
   */
  Authorization toState(Tap tap, AttemptHistory history, MoneyColumns money) {
    var unit = tap.requested().getCurrencyUnit();
    return switch (Constants.named(Status.class, "status", status)) {
      case AWAITING_CARD -> new AwaitingCard(tap, history);
      case AUTHORIZING -> new Authorizing(tap, history, money.card());
      case HELD -> new Held(tap, history, money.hold(unit), expiring);
      case DECLINED -> new Declined(tap, history, money.card(), whyEnded());
      case ABANDONED -> new Abandoned(tap, history, whyEnded());
      case CAPTURING -> {
        var rungs = JsonText.read(rungsLeft, RungColumn.class);
        var left = rungs.stream().map(rung -> rung.toRung(unit)).toList();
        yield new Capturing(tap, history, money.hold(unit), left);
      }
      case CAPTURED ->
          new Captured(tap, history, money.hold(unit), money.captured(unit), money.refunded(unit));
      case CAPTURE_FAILED -> new CaptureFailed(tap, history, money.hold(unit), whyEnded());
      case RELEASING -> new Releasing(tap, history, money.hold(unit), reason);
      case RELEASED -> new Released(tap, history, money.hold(unit), reason);
      case EXPIRED -> new Expired(tap, history, money.hold(unit));
      case REFUNDING ->
          new Refunding(tap, history, money.hold(unit), money.captured(unit), money.refunded(unit));
    };
  }

  private String whyEnded() {
    return requireNonNull(reason, "why it ended");
  }
}
