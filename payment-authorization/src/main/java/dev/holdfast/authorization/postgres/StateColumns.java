package dev.holdfast.authorization.postgres;

import static java.util.Objects.requireNonNull;

import dev.holdfast.authorization.core.Authorization;
import dev.holdfast.authorization.core.Authorization.Abandoned;
import dev.holdfast.authorization.core.Authorization.Authorizing;
import dev.holdfast.authorization.core.Authorization.AwaitingCard;
import dev.holdfast.authorization.core.Authorization.Captured;
import dev.holdfast.authorization.core.Authorization.Capturing;
import dev.holdfast.authorization.core.Authorization.Declined;
import dev.holdfast.authorization.core.Authorization.GivingUp;
import dev.holdfast.authorization.core.Authorization.Held;
import dev.holdfast.authorization.core.Authorization.Refunding;
import dev.holdfast.authorization.core.Authorization.Released;
import dev.holdfast.authorization.core.Authorization.Releasing;
import dev.holdfast.authorization.core.ReleaseCause;
import dev.holdfast.authorization.core.Status;
import dev.holdfast.authorization.core.Summary;
import dev.holdfast.authorization.core.Tap;
import dev.holdfast.authorization.core.attempt.AttemptHistory;
import dev.holdfast.authorization.core.attempt.DeclineKind;
import jakarta.persistence.Embeddable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of where an authorization stands. */
@Embeddable
record StateColumns(
    String status,
    @Nullable String reason,
    @Nullable String declineKind,
    String rungsLeft,
    boolean expiring,
    boolean terminalBusy,
    @SuppressWarnings("UnusedVariable") // lists are filtered by it
        boolean unknown) {
  static StateColumns of(Authorization state, Summary summary) {
    return new StateColumns(
        summary.status().name(),
        summary.reason(),
        summary.decline() == null ? null : summary.decline().name(),
        JsonText.of(
            state instanceof Capturing capturing
                ? capturing.rungsLeft().stream().map(RungColumn::of).toList()
                : List.of()),
        state instanceof Held held && held.expiring(),
        state.isTerminalBusy(),
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
      case GIVING_UP -> new GivingUp(tap, history, whyEnded(), !terminalBusy);
      case AUTHORIZING -> new Authorizing(tap, history, money.card());
      case HELD -> new Held(tap, history, money.hold(unit), expiring);
      case DECLINED -> new Declined(tap, history, money.card(), kind(), whyEnded());
      case ABANDONED -> new Abandoned(tap, history, whyEnded());
      case CAPTURING -> {
        var rungs = JsonText.read(rungsLeft, RungColumn.class);
        var left = rungs.stream().map(rung -> rung.toRung(unit)).toList();
        yield new Capturing(tap, history, money.hold(unit), left);
      }
      case CAPTURED ->
          new Captured(tap, history, money.hold(unit), money.captured(unit), money.refunded(unit));
      case RELEASING ->
          new Releasing(tap, history, money.hold(unit), ReleaseCause.NOT_NEEDED, reason);
      case RELEASED ->
          new Released(tap, history, money.hold(unit), ReleaseCause.NOT_NEEDED, reason);
      case CAPTURE_FAILED ->
          Authorization.givenBack(
              tap, history, money.hold(unit), ReleaseCause.CAPTURE_FAILED, reason);
      case EXPIRED ->
          Authorization.givenBack(tap, history, money.hold(unit), ReleaseCause.EXPIRED, reason);
      case REFUNDING ->
          new Refunding(tap, history, money.hold(unit), money.captured(unit), money.refunded(unit));
    };
  }

  private DeclineKind kind() {
    return declineKind == null
        ? DeclineKind.OTHER
        : Constants.named(DeclineKind.class, "decline kind", declineKind);
  }

  private String whyEnded() {
    return requireNonNull(reason, "why it ended");
  }
}
