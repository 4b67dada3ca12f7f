package dev.holdfast.delivery;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Which Vert.x context work runs on: the database session asks that a chain stays on the one that
 * it began on.
 */
public final class OnContext {
  private static final Logger LOG = Logger.getLogger(OnContext.class);

  private OnContext() {}

  /**
   * Begins the work at once, on a context of its own, as if a request had asked for it: it goes on
   * whatever becomes of the caller. What comes of it comes on that context.
   */
  public static <R> Uni<R> apart(Vertx vertx, Supplier<Uni<R>> work) {
    Context context = ((VertxInternal) vertx).createEventLoopContext().duplicate();
    VertxContextSafetyToggle.setContextSafe(context, true);
    Uni<R> begun =
        Uni.createFrom()
            .deferred(work::get)
            .runSubscriptionOn(command -> context.runOnContext(nothing -> command.run()))
            .memoize()
            .indefinitely();
    begun.subscribe().with(done -> {}, failure -> LOG.debug("Work apart has failed", failure));
    return begun;
  }

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
