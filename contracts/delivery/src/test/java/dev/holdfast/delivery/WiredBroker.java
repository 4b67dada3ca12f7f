package dev.holdfast.delivery;

import dev.holdfast.infrastructure.Part;
import dev.holdfast.infrastructure.Wire;
import dev.holdfast.testkit.SharedInfrastructure;
import dev.holdfast.testkit.Stack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The stack, with a wire before the broker; a field of type {@link Wire} is filled. */
public final class WiredBroker implements QuarkusTestResourceLifecycleManager {
  private final Stack stack = new Stack();
  private @Nullable Wire wire;

  @Override
  public Map<String, String> start() {
    stack.init(Map.of("database", "wired_broker"));
    Map<String, String> settings = new HashMap<>(stack.start());
    Wire toBroker = SharedInfrastructure.started().wire(Part.BROKER);
    wire = toBroker;
    settings.put("kafka.bootstrap.servers", "127.0.0.1:" + toBroker.port());
    settings.put("holdfast.delivery.broker-patience", "3s");
    return settings;
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(wire, new TestInjector.MatchesType(Wire.class));
  }

  @Override
  public void stop() {
    if (wire != null) {
      wire.close();
    }
    stack.stop();
  }
}
