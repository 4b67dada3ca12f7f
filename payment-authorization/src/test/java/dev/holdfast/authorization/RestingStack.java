package dev.holdfast.authorization;

import dev.holdfast.testkit.CountedStack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** The timers rest, so that what is counted is what payments ask for. */
public final class RestingStack implements QuarkusTestResourceLifecycleManager {
  private final CountedStack stack = new CountedStack();

  @Override
  public Map<String, String> start() {
    stack.init(Map.of("database", "authorization-counted", "simulator", "true"));
    var settings = new HashMap<>(stack.start());
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
