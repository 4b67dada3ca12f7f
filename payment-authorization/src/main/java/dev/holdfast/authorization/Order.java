package dev.holdfast.authorization;

import dev.holdfast.authorization.core.Command;
import java.util.UUID;

/**
 * A command for one authorization.
 *
 * @param mayBeDone it may have been carried out before the database was restored: the gateway is
 *     asked before it is called
 */
public record Order(UUID reference, Command command, boolean mayBeDone) {
  /** One that nobody has carried out. */
  public Order(UUID reference, Command command) {
    this(reference, command, false);
  }
}
