package dev.holdfast.authorization.gateway;

import io.vertx.mutiny.core.eventbus.EventBus;
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
  /** Where the name of a vendor is sent whose cloud answers again. */
  public static final String CLOUD_IS_BACK = "cloud-is-back";

  private static final int SERVER_ERROR = 500;

  private final Map<String, Circuit> byVendor = new ConcurrentHashMap<>();
  private final Function<String, Circuit> newCircuit;

  @Inject
  Circuits(CircuitSettings settings, Clock clock, EventBus bus) {
    this(settings, clock, vendor -> bus.send(CLOUD_IS_BACK, vendor));
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
