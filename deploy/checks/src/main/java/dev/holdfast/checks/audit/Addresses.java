package dev.holdfast.checks.audit;

import dev.holdfast.launcher.Login;
import dev.holdfast.launcher.system.LocalSystem;
import dev.holdfast.launcher.system.Service;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;

/**
 * Where the system to be audited is.
 *
 * @param kafka settings of a Kafka client, {@code bootstrap.servers} among them
 * @param registry the base address of the schema registry's Confluent API
 * @param databases one for each service
 */
public record Addresses(Map<String, String> kafka, URI registry, Map<Service, Login> databases) {
  /** The maps are copied. */
  public Addresses {
    kafka = Map.copyOf(kafka);
    databases = Map.copyOf(databases);
  }

  /** A system whose broker asks for no login. */
  public static Addresses of(String kafka, URI registry, Map<Service, Login> databases) {
    return new Addresses(Map.of("bootstrap.servers", kafka), registry, databases);
  }

  /** The system that was started here. */
  public static Addresses of(LocalSystem.Addresses at) {
    Map<Service, Login> databases = new EnumMap<>(Service.class);
    at.databases().forEach((service, database) -> databases.put(service, Login.of(database)));
    return of(at.kafka(), at.schemaRegistry(), databases);
  }

  Login database(Service service) {
    Login login = databases.get(service);
    if (login == null) {
      throw new IllegalArgumentException("No database is named for " + service.title());
    }
    return login;
  }

  /** Leaves the settings of the Kafka client out: they may hold a password. */
  @Override
  public String toString() {
    return kafka.get("bootstrap.servers") + ", " + registry + ", " + databases;
  }
}
