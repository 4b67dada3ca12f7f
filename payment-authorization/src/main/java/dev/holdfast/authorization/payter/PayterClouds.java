package dev.holdfast.authorization.payter;

import dev.holdfast.authorization.core.Environment;
import dev.holdfast.authorization.gateway.Circuits;
import dev.holdfast.authorization.gateway.Connections;
import dev.holdfast.authorization.gateway.GatewaySettings;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.reactive.client.api.LoggingScope;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;

/** The clients of the clouds: ACCEPTANCE speaks with TEST only, PRODUCTION with PRODUCTION only. */
@ApplicationScoped
class PayterClouds {
  static final String VENDOR = "PAYTER";

  /** The longest wait for a card that a single request asks for. */
  static final Duration LONGEST_POLL = Duration.ofSeconds(60);

  private static final Duration CONNECT = Duration.ofSeconds(3);

  private final PayterSettings settings;
  private final Circuits.Listener listener;
  private final Map<Environment, PayterCloud> clouds = new EnumMap<>(Environment.class);

  PayterClouds(PayterSettings settings, GatewaySettings gateways, Circuits circuits) {
    this.settings = settings;
    this.listener = circuits.listener(VENDOR);
    open(settings.test(), gateways.timeout())
        .ifPresent(cloud -> clouds.put(Environment.ACCEPTANCE, cloud));
    open(settings.production(), gateways.timeout())
        .ifPresent(cloud -> clouds.put(Environment.PRODUCTION, cloud));
  }

  /** The cloud that pairs with the environment; empty where it is not configured. */
  Optional<PayterCloud> of(Environment environment) {
    return Optional.ofNullable(clouds.get(environment));
  }

  private Optional<PayterCloud> open(PayterSettings.Cloud cloud, Duration timeout) {
    return cloud
        .url()
        .map(url -> {
          var key = cloud.apiKey().orElse("");
          // Of one poll the gateway's bound is the nearer one: what it waits, plus the time-out.
          return new PayterCloud(
              client(url, key, timeout), client(url, key, LONGEST_POLL.plus(timeout)));
        });
  }

  private PayterApi client(URI url, String key, Duration readTimeout) {
    ClientRequestFilter authorization =
        request -> request.getHeaders().putSingle("Authorization", "CPS apikey=\"" + key + "\"");
    return QuarkusRestClientBuilder.newBuilder()
        .baseUri(url)
        .connectTimeout(CONNECT.toMillis(), TimeUnit.MILLISECONDS)
        .readTimeout(readTimeout.toMillis(), TimeUnit.MILLISECONDS)
        .httpClientOptions(Connections.endedWhenIdle(readTimeout))
        .followRedirects(false)
        // Whatever is configured: the client would log the key, and bodies that may repeat it.
        .loggingScope(LoggingScope.NONE)
        // A refusal is an answer here, not an exception.
        .property("microprofile.rest.client.disable.default.mapper", true)
        .property(QuarkusRestClientProperties.CONNECTION_POOL_SIZE, settings.connections())
        .register(authorization)
        .register(listener)
        .build(PayterApi.class);
  }
}
