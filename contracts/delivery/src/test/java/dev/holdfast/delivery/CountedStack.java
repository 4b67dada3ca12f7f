package dev.holdfast.delivery;

import dev.holdfast.testkit.Stack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** The stack, with a counting proxy before the database. */
public final class CountedStack implements QuarkusTestResourceLifecycleManager {
  private final Stack stack = new Stack();

  @Override
  public Map<String, String> start() {
    stack.init(Map.of("database", "counted"));
    Map<String, String> settings = new HashMap<>(stack.start());
    String key = "quarkus.datasource.reactive.url";
    URI direct = URI.create(settings.getOrDefault(key, ""));
    CountingProxy proxy = new CountingProxy(direct.getHost(), direct.getPort());
    settings.put(key, "postgresql://127.0.0.1:" + proxy.port() + direct.getPath());
    return settings;
  }

  @Override
  public void stop() {
    stack.stop();
  }
}
