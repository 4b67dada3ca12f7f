package dev.holdfast.authorization.gateway;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.holdfast.authorization.core.Tap;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Which gateway serves a terminal: the one of its vendor. */
@ApplicationScoped
public class Gateways {
  private final Map<String, Gateway> byVendor;

  Gateways(@All List<Gateway> gateways) {
    byVendor = gateways.stream().collect(toUnmodifiableMap(Gateway::vendor, gateway -> gateway));
  }

  /** Is there a gateway for this vendor's terminals? */
  public boolean serves(String vendor) {
    return byVendor.containsKey(vendor);
  }

  /** The gateway for a payment; whether there is one was asked before the hold. */
  public Gateway of(Tap tap) {
    var vendor = tap.reader().vendor();
    return Objects.requireNonNull(byVendor.get(vendor), () -> "No gateway for " + vendor);
  }
}
