package dev.holdfast.infrastructure;

import dev.holdfast.infrastructure.ContainerComponent.Image;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.testcontainers.containers.Network;

/** The three parts in containers, on free ports of 127.0.0.1. */
final class Containers {
  private static final String BROKER_IMAGE = "apache/kafka-native:4.3.1";
  private static final String DATABASE_IMAGE = "postgres:18";
  private static final String REGISTRY_IMAGE = "apicurio/apicurio-registry:3.3.3";
  private static final int BROKER_PORT = 9092;
  private static final int DATABASE_PORT = 5432;
  private static final int REGISTRY_PORT = 8080;

  private final Path logs;
  private final Network network = Network.newNetwork();
  private final Addresses addresses;
  private final int brokerPort = FreePort.next();
  private final int registryPort = FreePort.next();

  private Containers(Path root) {
    this.logs = root.resolve("logs");
    this.addresses =
        new Addresses(
            Addresses.LOOPBACK + ":" + brokerPort,
            new Database(Addresses.LOOPBACK, FreePort.next(), "postgres", "holdfast", "holdfast"),
            Addresses.registryAt(registryPort));
  }

  static AssembledInfrastructure in(Path root) {
    var containers = new Containers(root);
    return new AssembledInfrastructure(
        containers.addresses,
        Map.of(
            Part.BROKER, containers.broker(),
            Part.DATABASE, containers.database(),
            Part.SCHEMA_REGISTRY, containers.registry()));
  }

  private ContainerComponent broker() {
    var environment =
        new HashMap<>(
            BrokerSettings.of(
                    "0.0.0.0:" + BROKER_PORT,
                    addresses.bootstrapServers(),
                    "127.0.0.1:9093",
                    "/tmp/holdfast-records")
                .asEnvironment());
    environment.put("CLUSTER_ID", BrokerSettings.CLUSTER_ID);
    return new ContainerComponent(
        new Image(BROKER_IMAGE, "broker", BROKER_PORT, brokerPort, environment),
        network,
        logs.resolve("broker.log"),
        () -> {},
        () -> BrokerCheck.answers(addresses.bootstrapServers()));
  }

  private ContainerComponent database() {
    var server = addresses.server();
    return new ContainerComponent(
        new Image(
            DATABASE_IMAGE,
            "database",
            DATABASE_PORT,
            server.port(),
            Map.of(
                "POSTGRES_USER", server.user(),
                "POSTGRES_PASSWORD", server.password(),
                "POSTGRES_DB", server.name(),
                "POSTGRES_INITDB_ARGS", "--encoding=UTF8 --locale=C")),
        network,
        logs.resolve("database.log"),
        () -> {},
        () -> DatabaseServer.answers(server));
  }

  private ContainerComponent registry() {
    var server = addresses.server();
    var seenFromInside =
        new Database(
            "database", DATABASE_PORT, RegistrySettings.DATABASE, server.user(), server.password());
    return new ContainerComponent(
        new Image(
            REGISTRY_IMAGE,
            "registry",
            REGISTRY_PORT,
            registryPort,
            RegistrySettings.of(seenFromInside)),
        network,
        logs.resolve("schema-registry.log"),
        () -> DatabaseServer.create(server, RegistrySettings.DATABASE),
        () -> SchemaSubjects.answer(addresses.schemaRegistry()));
  }
}
