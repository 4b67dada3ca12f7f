package dev.holdfast.launcher.system;

import dev.holdfast.infrastructure.Database;
import dev.holdfast.infrastructure.Infrastructure;
import dev.holdfast.infrastructure.Part;
import dev.holdfast.infrastructure.Wire;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How services meet the others and are met: directly, or by wires that can be disturbed. */
final class Wiring {
  private final Infrastructure infrastructure;
  private final Map<Service, Database> databases = new ConcurrentHashMap<>();
  private final Map<Service, Wires> wires = new ConcurrentHashMap<>();

  /** Directly, until wires are laid. */
  Wiring(Infrastructure infrastructure) {
    this.infrastructure = infrastructure;
  }

  /** From the next start of a service on it has wires of its own. */
  void lay(URI simulator) {
    for (Service service : Service.values()) {
      wires.put(service, new Wires(infrastructure, simulator));
    }
  }

  /** For a service that listens at this port. */
  Reach reach(Service service, int port, URI simulator) {
    Wires ways = wires.get(service);
    return ways == null
        ? new Reach(
            database(service),
            infrastructure.bootstrapServers(),
            infrastructure.schemaRegistry(),
            simulator,
            URI.create("http://127.0.0.1:" + port))
        : ways.reach(port, database(service));
  }

  /** Where a service that listens at this port is met. */
  int frontPort(Service service, int port) {
    Wires ways = wires.get(service);
    return ways == null ? port : ways.frontPort();
  }

  /** All ways from and to a service. */
  List<Wire> of(Service service) {
    Wires ways = wires.get(service);
    return ways == null ? List.of() : ways.all();
  }

  /** The services' ways to a part. */
  List<Wire> to(Part part) {
    return wires.values().stream().map(ways -> ways.to(part)).toList();
  }

  /** The services' ways to the simulator. */
  List<Wire> toSimulator() {
    return wires.values().stream().map(Wires::toSimulator).toList();
  }

  /** Made at the first start of a service: at a later one the server may be away. */
  private Database database(Service service) {
    return databases.computeIfAbsent(service, _ -> infrastructure.database(service.database()));
  }
}
