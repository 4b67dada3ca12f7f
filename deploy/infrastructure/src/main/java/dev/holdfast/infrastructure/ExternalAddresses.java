package dev.holdfast.infrastructure;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of parts that somebody else runs. Each is a system property or, under the same name
 * in capitals with {@code _} for {@code .}, an environment variable:
 *
 * <ul>
 *   <li>{@code infra.broker}: {@code host:port}, or several with commas
 *   <li>{@code infra.database}: {@code postgresql://user:password@host:port/database}; the user may
 *       create databases
 *   <li>{@code infra.registry}: the base address of the Confluent API
 * </ul>
 */
final class ExternalAddresses {
  private static final String BROKER = "infra.broker";
  private static final String DATABASE = "infra.database";
  private static final String REGISTRY = "infra.registry";

  private final Addresses addresses;

  private ExternalAddresses(Addresses addresses) {
    this.addresses = addresses;
  }

  /** Whether any is: one alone is a mistake that must be told, not passed over. */
  static boolean areConfigured() {
    return Stream.of(BROKER, DATABASE, REGISTRY).anyMatch(name -> setting(name) != null);
  }

  static ExternalAddresses configured() {
    return new ExternalAddresses(
        new Addresses(
            required(BROKER), server(required(DATABASE)), URI.create(required(REGISTRY))));
  }

  AssembledInfrastructure infrastructure() {
    var broker = addresses.bootstrapServers();
    var server = addresses.server();
    var registry = addresses.schemaRegistry();
    return new AssembledInfrastructure(
        addresses,
        Map.of(
            Part.BROKER,
            new Given(Part.BROKER, broker, () -> BrokerCheck.answers(broker)),
            Part.DATABASE,
            new Given(Part.DATABASE, server.toString(), () -> DatabaseServer.answers(server)),
            Part.SCHEMA_REGISTRY,
            new Given(
                Part.SCHEMA_REGISTRY, registry.toString(), () -> SchemaSubjects.answer(registry))));
  }

  private static Database server(String address) {
    var uri = URI.create(address);
    var user = uri.getUserInfo() == null ? new String[0] : uri.getUserInfo().split(":", 2);
    boolean whole =
        "postgresql".equals(uri.getScheme())
            && uri.getHost() != null
            && uri.getPort() > 0
            && uri.getPath().length() > 1
            && user.length == 2;
    if (!whole) {
      // Without the address: it holds a password.
      throw new IllegalArgumentException(
          DATABASE + " is not of the form postgresql://user:password@host:port/database.");
    }
    return new Database(uri.getHost(), uri.getPort(), uri.getPath().substring(1), user[0], user[1]);
  }

  private static String required(String name) {
    var value = setting(name);
    if (value == null) {
      throw new IllegalStateException(
          "-Dinfra=external needs the system property " + name + " (or " + variable(name) + ").");
    }
    return value;
  }

  private static @Nullable String setting(String name) {
    var property = System.getProperty(name);
    return property != null ? property : System.getenv(variable(name));
  }

  private static String variable(String name) {
    return name.toUpperCase(Locale.ROOT).replace('.', '_');
  }
}
