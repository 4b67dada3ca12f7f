package dev.holdfast.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** The stack, with a line to the database on which is counted what is asked for. */
public final class CountedStack implements QuarkusTestResourceLifecycleManager {
  private static final String DATABASE = "quarkus.datasource.reactive.url";

  private final Stack stack = new Stack();

  @Override
  public void init(Map<String, String> arguments) {
    stack.init(arguments);
  }

  @Override
  public Map<String, String> start() {
    var settings = new HashMap<>(stack.start());
    var direct = URI.create(settings.getOrDefault(DATABASE, ""));
    var line = new CountedLine(direct.getHost(), direct.getPort());
    settings.put(DATABASE, "postgresql://127.0.0.1:" + line.port() + direct.getPath());
    return settings;
  }

  @Override
  public void stop() {
    stack.stop();
  }
}
