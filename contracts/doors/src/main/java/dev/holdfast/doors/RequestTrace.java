package dev.holdfast.doors;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Remembers a request's traceparent, so that what is published because of it goes on with it. */
public class RequestTrace {
  @ServerRequestFilter
  void remember(ContainerRequestContext request) {
    String header = request.getHeaderString(Traceparent.HEADER);
    Context context = Vertx.currentContext();
    if (header != null && context != null) {
      context.putLocal(Traceparent.HEADER, header);
    }
  }

  /** The traceparent of the request that this context serves; null where there is none. */
  public static @Nullable String current() {
    Context context = Vertx.currentContext();
    return context == null ? null : context.getLocal(Traceparent.HEADER);
  }
}
