package dev.holdfast.authorization.stripe;

import dev.holdfast.authorization.core.Environment;
import dev.holdfast.authorization.gateway.Circuits;
import dev.holdfast.authorization.gateway.Connections;
import dev.holdfast.authorization.gateway.GatewaySettings;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.config.Secret;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
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

  /** Requests a second that Stripe takes of an account in live mode, and in a sandbox. */
  private static final int LIVE = 100;

  private static final int TEST = 25;

  private static final Duration CONNECT = Duration.ofSeconds(3);

  private final Optional<Environment> environment;
  private final Optional<Doors> doors;

  /**
   * Two clients of the account, and one budget for both.
   *
   * @param api for all that must be done: a request waits until the budget has room for it
   * @param polls for what may be left out: each request is asked for with {@link #mayPoll} before
   */
  record Doors(StripeApi api, StripeApi polls, Budget budget) {
    /** Is there budget for a poll? If so, it is spent. */
    boolean mayPoll(String method, String path) {
      return budget.spend(KeepsBudget.endpoint(method, path), Budget.Share.POLL).isZero();
    }
  }

  StripeAccount(
      StripeSettings settings,
      GatewaySettings gateways,
      Circuits circuits,
      Vertx vertx,
      Clock clock) {
    var key = settings.secretKey().map(Secret::get);
    environment = key.flatMap(StripeAccount::pairsWith);
    var timeout = timeout(settings, gateways);
    var budget =
        new Budget(
            settings.requestsPerEndpoint(),
            settings.requestsPerSecond().orElse(isLive() ? LIVE : TEST),
            clock);
    var keepsBudget = new KeepsBudget(budget, vertx, timeout.dividedBy(2));
    doors =
        environment
            .flatMap(pairs -> key.map(secret -> client(settings, timeout, circuits, secret)))
            .<Supplier<QuarkusRestClientBuilder>>map(
                client -> () -> client.get().register(new HearsRefusals(budget)))
            .map(client ->
                new Doors(
                    client.get().register(keepsBudget).build(StripeApi.class),
                    client.get().build(StripeApi.class),
                    budget));
    if (key.isPresent() && environment.isEmpty()) {
      LOG.error("holdfast.stripe.secret-key is no secret or restricted key: Stripe is not offered");
    }
  }

  /** The client for payments of this environment; empty where the key does not pair with it. */
  Optional<StripeApi> of(Environment wanted) {
    return doors(wanted).map(Doors::api);
  }

  /** As {@link #of}, for who waits for a card. */
  Optional<Doors> doors(Environment wanted) {
    return environment.filter(wanted::equals).flatMap(pairs -> doors);
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

  private static Duration timeout(StripeSettings settings, GatewaySettings gateways) {
    return settings
        .timeout()
        .filter(own -> own.compareTo(gateways.timeout()) < 0)
        .orElse(gateways.timeout());
  }

  private static Supplier<QuarkusRestClientBuilder> client(
      StripeSettings settings, Duration timeout, Circuits circuits, String key) {
    ClientRequestFilter headers =
        request -> {
          request.getHeaders().putSingle("Authorization", "Bearer " + key);
          request.getHeaders().putSingle("Stripe-Version", VERSION);
        };
    return () ->
        QuarkusRestClientBuilder.newBuilder()
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
            .register(circuits.listener(VENDOR));
  }
}
