package dev.holdfast.delivery.registry;

import io.vertx.core.http.HttpClientOptions;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ext.ContextResolver;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Closes a connection to the registry on which nothing is heard, and with it ends what waits there:
 * the client's own time-out is over once the head of an answer has come.
 */
@Singleton
class SilentConnections implements ContextResolver<HttpClientOptions> {
  private final int silenceMillis;

  SilentConnections(
      @ConfigProperty(name = "quarkus.rest-client.schema-registry.read-timeout")
          int silenceMillis) {
    this.silenceMillis = silenceMillis;
  }

  @Override
  public HttpClientOptions getContext(Class<?> type) {
    HttpClientOptions options = new HttpClientOptions();
    options.setReadIdleTimeout(silenceMillis).setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
    return options;
  }
}
