package dev.holdfast.testkit;

import dev.holdfast.infrastructure.Database;
import dev.holdfast.infrastructure.Infrastructure;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Broker, database and schema registry for a {@code @QuarkusTest}, provisioned, and the settings by
 * which the application finds them.
 *
 * <p>Init arguments: {@code database}, the name of the application's database ({@code
 * quarkus.application.name} if not given); {@code simulator=true} for the Payter cloud as well. A
 * test's field of type {@link Infrastructure} is filled.
 */
public final class Stack implements QuarkusTestResourceLifecycleManager {
  private Map<String, String> arguments = Map.of();
  private @Nullable SimulatedCloud cloud;

  @Override
  public void init(Map<String, String> initArgs) {
    arguments = Map.copyOf(initArgs);
  }

  @Override
  public Map<String, String> start() {
    var name = arguments.getOrDefault("database", applicationName());
    var settings = new HashMap<>(settings(SharedInfrastructure.started(), name));
    if (Boolean.parseBoolean(arguments.get("simulator"))) {
      var started = SimulatedCloud.start();
      cloud = started;
      settings.putAll(started.settings());
    }
    return settings;
  }

  /** By which settings a service finds this infrastructure and its database of that name. */
  public static Map<String, String> settings(Infrastructure infrastructure, String databaseName) {
    Database database = infrastructure.database(databaseName);
    return Map.of(
        // Test classes share its topics, each with a database of its own.
        "holdfast.delivery.catch-up", String.valueOf(!SharedInfrastructure.is(infrastructure)),
        "kafka.bootstrap.servers", infrastructure.bootstrapServers(),
        "holdfast.schema-registry.url", infrastructure.schemaRegistry().toString(),
        "quarkus.datasource.reactive.url", database.reactiveUrl(),
        "quarkus.datasource.jdbc.url", database.jdbcUrl(),
        "quarkus.datasource.username", database.user(),
        "quarkus.datasource.password", database.password());
  }

  @Override
  public void inject(TestInjector testInjector) {
    testInjector.injectIntoFields(
        SharedInfrastructure.started(), new TestInjector.MatchesType(Infrastructure.class));
  }

  /** Leaves the infrastructure to the next test class of this JVM; it ends with the JVM. */
  @Override
  public void stop() {
    var started = cloud;
    if (started != null) {
      started.close();
      cloud = null;
    }
  }

  private static String applicationName() {
    var properties = new Properties();
    var loader = Thread.currentThread().getContextClassLoader();
    try (var file = loader.getResourceAsStream("application.properties")) {
      if (file != null) {
        properties.load(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("quarkus.application.name", "holdfast");
  }
}
