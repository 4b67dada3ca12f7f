package dev.holdfast.infrastructure;

import java.nio.file.Path;
import java.util.Map;

/** The three parts as child processes of this JVM, on free ports of 127.0.0.1. */
final class Embedded {
  private Embedded() {}

  static AssembledInfrastructure in(Path root) {
    var parts = Parts.find();
    int brokerPort = FreePort.next();
    int registryPort = FreePort.next();
    var server =
        new Database(Addresses.LOOPBACK, FreePort.next(), "postgres", "holdfast", "holdfast");
    var addresses =
        new Addresses(
            Addresses.LOOPBACK + ":" + brokerPort, server, Addresses.registryAt(registryPort));
    return new AssembledInfrastructure(
        addresses,
        Map.of(
            Part.BROKER, new EmbeddedBroker(parts, root, brokerPort),
            Part.DATABASE, new EmbeddedPostgres(parts, root, server),
            Part.SCHEMA_REGISTRY, new EmbeddedRegistry(parts, root, registryPort, server)));
  }
}
