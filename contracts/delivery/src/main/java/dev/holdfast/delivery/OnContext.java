package dev.holdfast.delivery;

import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/**
 * Keeps every try of a chain on the Vert.x context that it began on, as the database session asks.
 */
public final class OnContext {
  private OnContext() {}

  /** Runs the work on the caller's context whenever it is subscribed: a retry comes by a timer. */
  static <R> Uni<R> each(Supplier<Uni<R>> work) {
    Context context = Vertx.currentContext();
    if (context == null) {
      throw new IllegalStateException("This must be called on a Vert.x context");
    }
    return Uni.createFrom()
        .deferred(work::get)
        .runSubscriptionOn(command -> context.runOnContext(nothing -> command.run()));
  }

  /** Goes on with what follows on the caller's context, after work on another thread. */
  public static <R> Uni<R> back(Uni<R> elsewhere) {
    Context context = VertxContext.getOrCreateDuplicatedContext();
    if (context == null) {
      throw new IllegalStateException("This must be called on a Vert.x context");
    }
    return elsewhere.emitOn(command -> context.runOnContext(nothing -> command.run()));
  }
}
