package dev.holdfast.delivery;

import dev.holdfast.infrastructure.Infrastructure;
import dev.holdfast.infrastructure.Part;
import dev.holdfast.infrastructure.Wire;
import dev.holdfast.testkit.SharedInfrastructure;
import dev.holdfast.testkit.Stack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.URI;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * The stack, with a wire before each of its parts on which silence can be played; what is bounded
 * in time is bounded more closely than in production, so that a test sees it in seconds.
 */
public final class WiredStack implements QuarkusTestResourceLifecycleManager {
  private final Map<Part, Wire> wires = new EnumMap<>(Part.class);

  @Override
  public Map<String, String> start() {
    Stack stack = new Stack();
    stack.init(Map.of("database", "wired"));
    Map<String, String> settings = new HashMap<>(stack.start());
    Infrastructure infrastructure = SharedInfrastructure.started();
    for (Part part : Part.values()) {
      wires.put(part, infrastructure.wire(part));
    }
    String database = "postgresql://127.0.0.1:" + port(Part.DATABASE) + "/wired";
    settings.put("quarkus.datasource.reactive.url", database);
    settings.put("quarkus.datasource.jdbc.url", "jdbc:" + database);
    settings.put("kafka.bootstrap.servers", "127.0.0.1:" + port(Part.BROKER));
    URI registry = infrastructure.schemaRegistry();
    settings.put(
        "holdfast.schema-registry.url",
        "http://127.0.0.1:" + port(Part.SCHEMA_REGISTRY) + registry.getPath());
    settings.putAll(closeBounds());
    return settings;
  }

  private static Map<String, String> closeBounds() {
    Map<String, String> bounds = new HashMap<>();
    bounds.put("mp.messaging.connector.smallrye-kafka.group.id", "wired");
    bounds.put("holdfast.delivery.outbox-too-old", "3s");
    bounds.put("holdfast.database.statement-timeout", "3s");
    bounds.put("holdfast.database.lock-timeout", "2s");
    bounds.put("holdfast.database.pool-idle", "3s");
    bounds.put("holdfast.database.silence-seconds", "4");
    bounds.put("holdfast.database.connect-seconds", "2");
    bounds.put("holdfast.database.pool-wait-seconds", "3");
    bounds.put("quarkus.rest-client.schema-registry.read-timeout", "1000");
    bounds.put("mp.messaging.connector.smallrye-kafka.request.timeout.ms", "4000");
    return bounds;
  }

  private int port(Part part) {
    return wire(part).port();
  }

  private Wire wire(Part part) {
    Wire wire = wires.get(part);
    if (wire == null) {
      throw new IllegalStateException("No wire to the " + part.words());
    }
    return wire;
  }

  @Override
  public void inject(TestInjector testInjector) {
    testInjector.injectIntoFields(
        SharedInfrastructure.started(), new TestInjector.MatchesType(Infrastructure.class));
    testInjector.injectIntoFields(wires, new TestInjector.MatchesType(Map.class));
  }

  @Override
  public void stop() {
    wires.values().forEach(Wire::pass);
    wires.values().forEach(Wire::close);
  }
}
