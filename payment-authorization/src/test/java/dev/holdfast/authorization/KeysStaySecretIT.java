package dev.holdfast.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.events.AuthorizationChange;
import dev.holdfast.testkit.Stack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/**
 * The tests run with the worst that an operator can configure: every request and answer is to be
 * logged. The gateway's key is not.
 */
@QuarkusTest
@WithTestResource(
    value = Stack.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "simulator", value = "true"))
class KeysStaySecretIT {
  private static final Logger CLIENT = Logger.getLogger("org.jboss.resteasy.reactive.client");

  @Test
  void whateverIsLoggedOfAPayment() {
    var key = ConfigProvider.getConfig().getValue("holdfast.payter.test.api-key", String.class);
    var log = new Lines();
    CLIENT.setLevel(Level.ALL);
    CLIENT.setUseParentHandlers(false);
    CLIENT.addHandler(log);
    try (var scene = new Scene()) {
      var serial = scene.terminal();
      scene.fault("AUTHORIZE", "ACT_THEN_DROP", serial);
      scene.tap(serial, "APPROVE_ALL", 172_800);
      scene.until(Scene.ask(serial, 0).path("reference"), AuthorizationChange.HELD);

      CLIENT.finest("the log is captured");
      assertThat(log.all).contains("the log is captured").noneMatch(line -> line.contains(key));
    } finally {
      CLIENT.removeHandler(log);
      CLIENT.setUseParentHandlers(true);
      CLIENT.setLevel(null);
    }
  }

  private static final class Lines extends Handler {
    private final Queue<String> all = new ConcurrentLinkedQueue<>();

    @Override
    public void publish(LogRecord line) {
      all.add(
          line.getParameters() == null
              ? line.getMessage()
              : line.getMessage() + Arrays.toString(line.getParameters()));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
