package dev.holdfast.authorization;

import dev.holdfast.authorization.core.Authorization;
import dev.holdfast.authorization.core.Authorization.AwaitingCard;
import dev.holdfast.authorization.core.Command.Cancel;
import dev.holdfast.authorization.gateway.Gateways;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Gives a hold back, or places none, because nobody wants the charge any more. */
@ApplicationScoped
public class CancelHold {
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
        .chain(() -> decide.one(new Order(state.tap().reference(), new Cancel(reason))))
        .invoke(due::wake);
  }

  /** First the terminal: once the state says so, the next driver may be at it. */
  private Uni<Void> disarm(Authorization state) {
    return state instanceof AwaitingCard
        ? gateways.of(state.tap()).disarm(state.tap())
        : Uni.createFrom().voidItem();
  }
}
