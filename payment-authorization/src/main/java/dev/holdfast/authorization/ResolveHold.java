package dev.holdfast.authorization;

import dev.holdfast.authorization.Decide.Order;
import dev.holdfast.authorization.core.Command;
import dev.holdfast.authorization.core.Decision;
import dev.holdfast.authorization.core.Refusal;
import dev.holdfast.authorization.due.Dispatch;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Takes a person's word where the machine knows no way on, and goes on from there. */
@ApplicationScoped
public class ResolveHold {
  private final Decide decide;
  private final Dispatch dispatch;

  ResolveHold(Decide decide, Dispatch dispatch) {
    this.decide = decide;
    this.dispatch = dispatch;
  }

  /**
   * Does what a person says, which is a {@link Command.Resolve} or a {@link Command.Acknowledge}.
   *
   * @return why it is not possible; empty when it is done
   */
  public Uni<Optional<Refusal>> resolve(UUID reference, Command act) {
    return decide
        .one(new Order(reference, act))
        .invoke(dispatch::wake)
        .map(decision ->
            decision instanceof Decision.Refused(var why) ? Optional.of(why) : Optional.empty());
  }
}
