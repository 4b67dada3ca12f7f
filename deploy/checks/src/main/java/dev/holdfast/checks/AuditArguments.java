package dev.holdfast.checks;

import dev.holdfast.checks.audit.Addresses;
import dev.holdfast.launcher.Login;
import dev.holdfast.launcher.system.Service;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where the system to be audited is, as the command line says it. */
final class AuditArguments {
  static final String USAGE =
      """
      Usage: deploy/audit    of the system that runs here, or
             deploy/audit --kafka HOST:PORT[,...] [--kafka-settings FILE] --registry URL
               --database terminal-registry=postgresql://USER@HOST:PORT/NAME
               --database payment-authorization=postgresql://USER@HOST:PORT/NAME
               --database session-settlement=postgresql://USER@HOST:PORT/NAME
             Passwords are environment variables: TERMINAL_REGISTRY_PASSWORD, PAYMENT_AUTHORIZATION_PASSWORD,
             SESSION_SETTLEMENT_PASSWORD, or PGPASSWORD for all. FILE holds settings of a Kafka client (TLS, login).
      """;

  private final Map<String, String> environment;
  private final Map<String, String> kafka = new HashMap<>();
  private final Map<Service, Login> databases = new EnumMap<>(Service.class);
  private @Nullable URI registry;

  private AuditArguments(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * Reads the arguments.
   *
   * @throws IllegalArgumentException if one is not known, not well formed, or missing
   */
  static Addresses of(List<String> words, Map<String, String> environment) {
    AuditArguments arguments = new AuditArguments(environment);
    for (int i = 0; i < words.size(); i += 2) {
      if (i + 1 == words.size()) {
        throw new IllegalArgumentException(
            "'" + words.get(i) + "' is not known, or lacks a value.");
      }
      arguments.read(words.get(i), words.get(i + 1));
    }
    return arguments.addresses();
  }

  // Not an exhaustive switch: the word is text that somebody typed.
  private void read(String word, String value) {
    switch (word) {
      case "--kafka" -> kafka.put("bootstrap.servers", value);
      case "--kafka-settings" -> settings(Path.of(value)).forEach(kafka::putIfAbsent);
      case "--registry" -> registry = registry(value);
      case "--database" -> database(value);
      default -> throw new IllegalArgumentException("'" + word + "' is not known.");
    }
  }

  private static Map<String, String> settings(Path file) {
    Properties settings = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      settings.load(reader);
    } catch (IOException broken) {
      throw new IllegalArgumentException(
          "--kafka-settings: %s cannot be read.".formatted(file), broken);
    }
    return settings.stringPropertyNames().stream()
        .collect(Collectors.toMap(name -> name, settings::getProperty));
  }

  private static URI registry(String value) {
    if (!value.matches("https?://\\S+")) {
      throw new IllegalArgumentException(
          "--registry needs the address of a Confluent API, for example http://127.0.0.1:8081.");
    }
    return URI.create(value.replaceAll("/+$", ""));
  }

  private void database(String value) {
    String[] parts = value.split("=", 2);
    Service service =
        Arrays.stream(Service.values())
            .filter(one -> one.title().equals(parts[0]))
            .findFirst()
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "--database: '%s' is none of the services.".formatted(parts[0])));
    // Not said back: somebody may have written a password.
    if (parts.length != 2 || !parts[1].matches("postgresql://[^:@/]+@[^@/]+/[^@/]+")) {
      throw new IllegalArgumentException(
          "--database %s: write =postgresql://USER@HOST:PORT/NAME, without a password."
              .formatted(service.title()));
    }
    String user = parts[1].replaceAll("postgresql://([^@]+)@.*", "$1");
    databases.put(service, new Login(parts[1].replace(user + "@", ""), user, password(service)));
  }

  private String password(Service service) {
    String own = service.title().toUpperCase(Locale.ROOT).replace('-', '_') + "_PASSWORD";
    String password = environment.getOrDefault(own, environment.get("PGPASSWORD"));
    if (password == null) {
      throw new IllegalArgumentException(
          "The environment has no password for the database of %s: set %s or PGPASSWORD."
              .formatted(service.title(), own));
    }
    return password;
  }

  private Addresses addresses() {
    if (!kafka.containsKey("bootstrap.servers")) {
      throw new IllegalArgumentException("--kafka is missing.");
    }
    if (registry == null) {
      throw new IllegalArgumentException("--registry is missing.");
    }
    for (Service service : Service.values()) {
      if (!databases.containsKey(service)) {
        throw new IllegalArgumentException(
            "--database %s=... is missing.".formatted(service.title()));
      }
    }
    return new Addresses(kafka, registry, databases);
  }
}
