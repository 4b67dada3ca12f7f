package dev.holdfast.authorization.gateway;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.holdfast.authorization.core.Environment;
import dev.holdfast.authorization.core.Tap;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which gateway serves a terminal: the one of its vendor. */
@ApplicationScoped
public class Gateways {
  private final Map<String, Gateway> byVendor;
  private final Environment environment;

  Gateways(
      @All List<Gateway> gateways,
      GatewaySettings settings,
      Circuits circuits,
      @ConfigProperty(name = "holdfast.environment", defaultValue = "ACCEPTANCE")
          Environment environment) {
    this.environment = environment;
    byVendor =
        gateways.stream()
            .collect(
                toUnmodifiableMap(
                    Gateway::vendor,
                    gateway ->
                        new BoundedGateway(
                            gateway, settings.timeout(), circuits.of(gateway.vendor()))));
  }

  /** Is there a gateway for new payments at this vendor's terminals? */
  public boolean serves(String vendor) {
    return Optional.ofNullable(byVendor.get(vendor))
        .filter(gateway -> gateway.isOffered(environment))
        .isPresent();
  }

  /** Where this deployment runs, and so which cloud of each vendor is called. */
  public Environment environment() {
    return environment;
  }

  /** The vendors whose terminals are served. */
  public Set<String> vendors() {
    return byVendor.keySet();
  }

  /** The gateway for a payment, also if it was taken out of the settings after the hold. */
  public Gateway of(Tap tap) {
    return of(tap.reader().vendor());
  }

  /** The gateway of this vendor. */
  public Gateway of(String vendor) {
    return Objects.requireNonNull(byVendor.get(vendor), () -> "No gateway for " + vendor);
  }
}
