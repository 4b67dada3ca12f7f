package dev.holdfast.launcher.system;

import dev.holdfast.infrastructure.Database;
import dev.holdfast.infrastructure.Infrastructure;
import dev.holdfast.infrastructure.Part;
import dev.holdfast.infrastructure.Wire;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Wires of one service's own: to each part, to the simulator, and from outside to itself. */
final class Wires {
  private static final String HOST = "127.0.0.1";

  private final Wire broker;
  private final Wire database;
  private final Wire registry;
  private final Wire simulator;
  private final String registryPath;
  private volatile @Nullable Wire self;
  private int port;

  /** Lays them; the simulator has been started already. */
  Wires(Infrastructure infrastructure, URI simulator) {
    this.broker = infrastructure.wire(Part.BROKER);
    this.database = infrastructure.wire(Part.DATABASE);
    this.registry = infrastructure.wire(Part.SCHEMA_REGISTRY);
    this.simulator = Wire.to(HOST, simulator.getPort());
    this.registryPath = infrastructure.schemaRegistry().getPath();
  }

  /** How the service, listening at this port, reaches the others and is reached. */
  synchronized Reach reach(int listensAt, Database own) {
    Wire met = self;
    if (met == null || port != listensAt) {
      port = listensAt;
      met = Wire.to(HOST, listensAt);
      self = met;
    }
    return new Reach(
        new Database(HOST, database.port(), own.name(), own.user(), own.password()),
        HOST + ":" + broker.port(),
        http(registry).resolve(registryPath),
        http(simulator),
        http(met));
  }

  /** Where others meet the service; 0 before its first start. */
  int frontPort() {
    Wire met = self;
    return met == null ? 0 : met.port();
  }

  Wire to(Part part) {
    return switch (part) {
      case BROKER -> broker;
      case DATABASE -> database;
      case SCHEMA_REGISTRY -> registry;
    };
  }

  Wire toSimulator() {
    return simulator;
  }

  /** Every way from and to the service. */
  List<Wire> all() {
    return Stream.concat(Stream.of(broker, database, registry, simulator), Stream.ofNullable(self))
        .toList();
  }

  private static URI http(Wire wire) {
    return URI.create("http://" + HOST + ":" + wire.port());
  }
}
