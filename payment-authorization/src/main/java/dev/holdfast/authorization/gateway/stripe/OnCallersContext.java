package dev.holdfast.authorization.gateway.stripe;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/** Timers fire on threads of their own: what follows them belongs on the caller's context. */
final class OnCallersContext {
  private OnCallersContext() {}

  static <T> Uni<T> goOn(Uni<T> elsewhere) {
    var context = Vertx.currentContext();
    return context == null
        ? elsewhere
        : elsewhere.emitOn(command -> context.runOnContext(nothing -> command.run()));
  }
}
