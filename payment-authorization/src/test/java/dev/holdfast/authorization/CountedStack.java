package dev.holdfast.authorization;

import dev.holdfast.testkit.Stack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/**
 * The stack with the simulator, and a line to the database on which statements are counted. The
 * timers rest, so that what is counted is what payments ask for.
 */
public final class CountedStack implements QuarkusTestResourceLifecycleManager {
  private final Stack stack = new Stack();

  @Override
  public Map<String, String> start() {
    stack.init(Map.of("database", "authorization-counted", "simulator", "true"));
    var settings = new HashMap<>(stack.start());
    var key = "quarkus.datasource.reactive.url";
    var direct = URI.create(settings.getOrDefault(key, ""));
    var line = new CountedLine(direct.getHost(), direct.getPort());
    settings.put(key, "postgresql://127.0.0.1:" + line.port() + direct.getPath());
    settings.put("mp.messaging.connector.smallrye-kafka.group.id", "authorization-counted");
    settings.put("holdfast.authorization.sweep", "1m");
    settings.put("holdfast.delivery.relay-poll", "1m");
    settings.put("holdfast.authorization.calls", "64");
    settings.put("holdfast.authorization.card-timeout", "60s");
    return settings;
  }

  @Override
  public void stop() {
    stack.stop();
  }
}
