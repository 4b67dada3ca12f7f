package dev.holdfast.authorization;

import dev.holdfast.authorization.core.Authorization;
import dev.holdfast.authorization.core.Authorization.AwaitingCard;
import dev.holdfast.authorization.core.Command.Cancel;
import dev.holdfast.authorization.core.Decision;
import dev.holdfast.authorization.gateway.Disarming;
import dev.holdfast.authorization.gateway.Gateways;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Gives a hold back, or places none, because nobody wants the charge any more. */
@ApplicationScoped
public class CancelHold {
  private static final String TRY_AGAIN = "A card may still be read, cancel again: ";

  private final Gateways gateways;
  private final Decide decide;
  private final DoWhatIsDue due;

  CancelHold(Gateways gateways, Decide decide, DoWhatIsDue due) {
    this.gateways = gateways;
    this.decide = decide;
    this.due = due;
  }

  /** Cancels if the state still allows it; the decision says so. */
  public Uni<Decided> cancel(Authorization state, String reason) {
    return disarm(state)
        .chain(disarming ->
            switch (disarming) {
              case Disarming.Disarmed() -> cancelDisarmed(state, reason);
              case Disarming.Unsure(var why) ->
                  Uni.createFrom().item(new Decided(new Decision.Refused(TRY_AGAIN + why), state));
            });
  }

  private Uni<Decided> cancelDisarmed(Authorization state, String reason) {
    return decide.one(new Order(state.tap().reference(), new Cancel(reason))).invoke(due::wake);
  }

  /** First the terminal: once the state says so, the next driver may be at it. */
  private Uni<Disarming> disarm(Authorization state) {
    return state instanceof AwaitingCard
        ? gateways.of(state.tap()).disarm(state.tap())
        : Uni.createFrom().item(new Disarming.Disarmed());
  }
}
