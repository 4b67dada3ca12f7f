package dev.holdfast.authorization.stripe;

import dev.holdfast.authorization.core.Environment;
import dev.holdfast.authorization.gateway.Circuits;
import dev.holdfast.authorization.gateway.Connections;
import dev.holdfast.authorization.gateway.GatewaySettings;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.config.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.client.api.LoggingScope;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;

/** The account at Stripe: ACCEPTANCE works with its test mode only, PRODUCTION with live only. */
@ApplicationScoped
class StripeAccount {
  static final String VENDOR = "STRIPE";

  private static final Logger LOG = Logger.getLogger(StripeAccount.class);

  /** The shapes that this adapter reads; without it an account decides by its age. */
  private static final String VERSION = "2024-06-20";

  private static final Duration CONNECT = Duration.ofSeconds(3);

  private final Optional<Environment> environment;
  private final Optional<StripeApi> api;

  StripeAccount(StripeSettings settings, GatewaySettings gateways, Circuits circuits) {
    var key = settings.secretKey().map(Secret::get);
    environment = key.flatMap(StripeAccount::pairsWith);
    api =
        environment.flatMap(
            pairs -> key.map(secret -> client(settings, gateways, circuits, secret)));
    if (key.isPresent() && environment.isEmpty()) {
      LOG.error("holdfast.stripe.secret-key is no secret or restricted key: Stripe is not offered");
    }
  }

  /** The client for payments of this environment; empty where the key does not pair with it. */
  Optional<StripeApi> of(Environment wanted) {
    return environment.filter(wanted::equals).flatMap(pairs -> api);
  }

  /** Are callbacks of the live mode those of this account's key? */
  boolean isLive() {
    return environment.filter(Environment.PRODUCTION::equals).isPresent();
  }

  /** The prefix of a key tells its mode: a live key in ACCEPTANCE would take real money. */
  static Optional<Environment> pairsWith(String key) {
    if (key.startsWith("sk_test_") || key.startsWith("rk_test_")) {
      return Optional.of(Environment.ACCEPTANCE);
    }
    return key.startsWith("sk_live_") || key.startsWith("rk_live_")
        ? Optional.of(Environment.PRODUCTION)
        : Optional.empty();
  }

  private static StripeApi client(
      StripeSettings settings, GatewaySettings gateways, Circuits circuits, String key) {
    var timeout =
        settings
            .timeout()
            .filter(own -> own.compareTo(gateways.timeout()) < 0)
            .orElse(gateways.timeout());
    ClientRequestFilter headers =
        request -> {
          request.getHeaders().putSingle("Authorization", "Bearer " + key);
          request.getHeaders().putSingle("Stripe-Version", VERSION);
        };
    return QuarkusRestClientBuilder.newBuilder()
        .baseUri(settings.url())
        .connectTimeout(CONNECT.toMillis(), TimeUnit.MILLISECONDS)
        .readTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .httpClientOptions(Connections.endedWhenIdle(timeout))
        .followRedirects(false)
        // Whatever is configured: the client would log the key, and bodies that may repeat it.
        .loggingScope(LoggingScope.NONE)
        // A refusal is an answer here, not an exception.
        .property("microprofile.rest.client.disable.default.mapper", true)
        .property(QuarkusRestClientProperties.CONNECTION_POOL_SIZE, settings.connections())
        .register(headers)
        .register(circuits.listener(VENDOR))
        .build(StripeApi.class);
  }
}
