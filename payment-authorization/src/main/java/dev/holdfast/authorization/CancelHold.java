package dev.holdfast.authorization;

import dev.holdfast.authorization.core.Authorization;
import dev.holdfast.authorization.core.Command.Cancel;
import dev.holdfast.authorization.core.Decision;
import dev.holdfast.authorization.core.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Gives a hold back, or places none, because nobody wants the charge any more. */
@ApplicationScoped
public class CancelHold {
  private final GiveUp giveUp;

  CancelHold(GiveUp giveUp) {
    this.giveUp = giveUp;
  }

  /**
   * Cancels if the state still allows it, or if there is nothing left to cancel.
   *
   * @return why it is too late; empty where no charge will come of the payment
   */
  public Uni<Optional<Refusal>> cancel(Authorization state, String reason) {
    return giveUp
        .because(state.tap(), new Cancel(reason))
        .map(decision ->
            decision instanceof Decision.Refused(var why) ? Optional.of(why) : Optional.empty());
  }
}
