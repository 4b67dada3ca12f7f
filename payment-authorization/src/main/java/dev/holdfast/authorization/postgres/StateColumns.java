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
import dev.holdfast.authorization.core.Trail;
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
        state.trail().isUnknown());
  }

  /**
   * The state, with what the other columns hold.
   *
   * @throws IllegalArgumentException saying what of it is not known here
   */
  Authorization toState(Tap tap, Trail trail, MoneyColumns money) {
    var unit = tap.requested().getCurrencyUnit();
    return switch (Constants.named(Status.class, "status", status)) {
      case AWAITING_CARD -> new AwaitingCard(tap, trail);
      case AUTHORIZING -> new Authorizing(tap, trail, money.card());
      case HELD -> new Held(tap, trail, money.hold(unit), expiring);
      case DECLINED -> new Declined(tap, trail, money.card(), whyEnded());
      case ABANDONED -> new Abandoned(tap, trail, whyEnded());
      case CAPTURING -> {
        var rungs = JsonText.read(rungsLeft, RungColumn.class);
        var left = rungs.stream().map(rung -> rung.toRung(unit)).toList();
        yield new Capturing(tap, trail, money.hold(unit), left);
      }
      case CAPTURED ->
          new Captured(tap, trail, money.hold(unit), money.captured(unit), money.refunded(unit));
      case CAPTURE_FAILED -> new CaptureFailed(tap, trail, money.hold(unit), whyEnded());
      case RELEASING -> new Releasing(tap, trail, money.hold(unit), reason);
      case RELEASED -> new Released(tap, trail, money.hold(unit), reason);
      case EXPIRED -> new Expired(tap, trail, money.hold(unit));
      case REFUNDING ->
          new Refunding(tap, trail, money.hold(unit), money.captured(unit), money.refunded(unit));
    };
  }

  private String whyEnded() {
    return requireNonNull(reason, "why it ended");
  }
}
