package dev.holdfast.authorization.gateway;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/** Timers fire on threads of their own: what follows them belongs on the caller's context. */
public final class OnCallersContext {
  private OnCallersContext() {}

  /** Goes on with what follows on the caller's context, if there is one. */
  public static <T> Uni<T> goOn(Uni<T> elsewhere) {
    var context = Vertx.currentContext();
    return context == null
        ? elsewhere
        : elsewhere.emitOn(command -> context.runOnContext(nothing -> command.run()));
  }
}
