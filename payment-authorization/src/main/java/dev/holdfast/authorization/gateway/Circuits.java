package dev.holdfast.authorization.gateway;

import dev.holdfast.delivery.OnContext;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The circuits of this instance, one for each vendor: a deployment calls the one cloud of a vendor
 * that pairs with its environment.
 */
@ApplicationScoped
public class Circuits {
  private static final int SERVER_ERROR = 500;

  private final Map<String, Circuit> byVendor = new ConcurrentHashMap<>();
  private final Function<String, Circuit> newCircuit;

  @Inject
  Circuits(CircuitSettings settings, Clock clock, PaymentNews news, Vertx vertx) {
    this(settings, clock, vendor -> OnContext.apart(vertx, () -> news.ofAll(vendor)));
  }

  Circuits(CircuitSettings settings, Clock clock, Consumer<String> onBack) {
    newCircuit =
        vendor ->
            new Circuit(settings.failures(), settings.pause(), clock, () -> onBack.accept(vendor));
  }

  /** The circuit to the cloud of this vendor. */
  public Circuit of(String vendor) {
    return byVendor.computeIfAbsent(vendor, newCircuit);
  }

  /** For a vendor's client, to be registered there: hears of every call and every answer. */
  public Listener listener(String vendor) {
    return new Listener(of(vendor));
  }

  /** Tells the circuit of calls and answers; of those without an answer the adapter must tell. */
  public static final class Listener implements ClientRequestFilter, ClientResponseFilter {
    private final Circuit circuit;

    Listener(Circuit circuit) {
      this.circuit = circuit;
    }

    @Override
    public void filter(ClientRequestContext request) {
      circuit.called();
    }

    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) {
      if (response.getStatus() >= SERVER_ERROR) {
        circuit.failed();
      } else {
        circuit.answered();
      }
    }
  }
}
