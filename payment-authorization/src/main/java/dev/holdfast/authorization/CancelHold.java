package dev.holdfast.authorization;

import dev.holdfast.authorization.Decide.Order;
import dev.holdfast.authorization.core.Authorization;
import dev.holdfast.authorization.core.Authorization.AwaitingCard;
import dev.holdfast.authorization.core.Command.Cancel;
import dev.holdfast.authorization.core.Decision;
import dev.holdfast.authorization.core.Refusal;
import dev.holdfast.authorization.due.Dispatch;
import dev.holdfast.authorization.gateway.Disarming;
import dev.holdfast.authorization.gateway.Gateways;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Gives a hold back, or places none, because nobody wants the charge any more. */
@ApplicationScoped
public class CancelHold {
  private final Gateways gateways;
  private final Decide decide;
  private final Dispatch dispatch;

  /** What became of it. */
  public sealed interface Answer {
    /** It is being given back, or none will be placed; or there was nothing left to cancel. */
    record Done() implements Answer {}

    /** The state does not allow it any more. */
    record TooLate(Refusal why) implements Answer {}

    /** The terminal may still read a card: to be tried again, as the gateway's words say why. */
    record CardMayBeRead(String why) implements Answer {}
  }

  CancelHold(Gateways gateways, Decide decide, Dispatch dispatch) {
    this.gateways = gateways;
    this.decide = decide;
    this.dispatch = dispatch;
  }

  /** Cancels if the state still allows it. */
  public Uni<Answer> cancel(Authorization state, String reason) {
    return disarm(state)
        .chain(disarming ->
            switch (disarming) {
              case Disarming.Disarmed() -> cancelDisarmed(state, reason);
              case Disarming.Unsure(var why) ->
                  Uni.createFrom().item(new Answer.CardMayBeRead(why));
            });
  }

  private Uni<Answer> cancelDisarmed(Authorization state, String reason) {
    return decide
        .one(new Order(state.tap().reference(), new Cancel(reason)))
        .invoke(dispatch::wake)
        .map(CancelHold::answer);
  }

  private static Answer answer(Decision decision) {
    return switch (decision) {
      case Decision.Changed _, Decision.Ignored _ -> new Answer.Done();
      case Decision.Refused(var why) -> new Answer.TooLate(why);
    };
  }

  /** First the terminal: once the state says so, the next driver may be at it. */
  private Uni<Disarming> disarm(Authorization state) {
    return state instanceof AwaitingCard
        ? gateways.of(state.tap()).disarm(state.tap())
        : Uni.createFrom().item(new Disarming.Disarmed());
  }
}
