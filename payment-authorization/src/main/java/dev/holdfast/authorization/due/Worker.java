package dev.holdfast.authorization.due;

import dev.holdfast.authorization.core.Tap;
import io.smallrye.mutiny.Uni;

/** Who does the work that {@link Dispatch} hands out. */
public interface Worker {
  /** Makes the claimed call, or goes on to read a card where another instance left it. */
  Uni<Void> carryOut(Claim claim);

  /** Reads the card of a driver who has come to this instance: claimed with the row. */
  Uni<Void> begin(Tap tap);

  /** The card may have been read: nobody has claimed it, and whoever reads it first has it. */
  Uni<Void> lookAt(Tap tap);
}
