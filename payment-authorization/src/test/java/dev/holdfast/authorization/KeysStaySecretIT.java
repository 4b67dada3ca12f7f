package dev.holdfast.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.authorization.stripe.StripeCard;
import dev.holdfast.authorization.stripe.StripeDoors;
import dev.holdfast.authorization.stripe.StripeFault;
import dev.holdfast.authorization.stripe.StripeResource;
import dev.holdfast.events.AuthorizationChange;
import dev.holdfast.testkit.SimulatedStripe;
import dev.holdfast.testkit.Stack;
import dev.holdfast.testkit.TopicProbe;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The tests run with the worst that an operator can configure: every request and answer is to be
 * logged. The gateways' keys are not.
 */
@QuarkusTest
@WithTestResource(
    value = Stack.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "simulator", value = "true"))
@WithTestResource(value = StripeResource.class, scope = TestResourceScope.GLOBAL)
class KeysStaySecretIT {
  private static final Logger CLIENT = Logger.getLogger("org.jboss.resteasy.reactive.client");
  private static final Logger ROOT = Logger.getLogger("");

  @SuppressWarnings("NullAway.Init") // filled by StripeResource
  StripeDoors stripe;

  private final Lines log = new Lines();

  /** The loudest goes to this test alone; whatever else is logged, to this test as well. */
  @BeforeEach
  void listen() {
    CLIENT.setLevel(Level.ALL);
    CLIENT.setUseParentHandlers(false);
    CLIENT.addHandler(log);
    ROOT.addHandler(log);
  }

  @AfterEach
  void leave() {
    ROOT.removeHandler(log);
    CLIENT.removeHandler(log);
    CLIENT.setUseParentHandlers(true);
    CLIENT.setLevel(null);
    stripe.heal();
  }

  @Test
  void whateverIsLoggedOfAPaymentAtPayter() {
    var key = ConfigProvider.getConfig().getValue("holdfast.payter.test.api-key", String.class);
    try (var scene = new Scene()) {
      var serial = scene.terminal();
      scene.fault("AUTHORIZE", "ACT_THEN_DROP", serial);
      scene.tap(serial, "APPROVE_ALL", 172_800);
      scene.until(Scene.ask(serial, 0).path("reference"), AuthorizationChange.HELD);
    }
    assertSecret(List.of(key));
  }

  /** Stripe repeats a key that it does not accept. */
  @Test
  void whateverIsLoggedOfAPaymentAtStripe() {
    try (var scene = new Scene();
        var topics = TopicProbe.ofApplication()) {
      var readers = new StripeScene(topics, stripe);
      stripe.fault("CREATE_INTENT", StripeFault.UNAUTHORIZED);
      stripe.fault("UPDATE_INTENT", StripeFault.DROP);
      var reference = readers.asked(readers.reader(), StripeCard.APPROVED);
      scene.until(reference, AuthorizationChange.HELD);
      var event = StripeScene.event(stripe.intent(reference).orElseThrow());
      assertThat(StripeScene.callback(event).statusCode()).isEqualTo(200);
      assertThat(StripeScene.callback(event, "t=1,v1=00").statusCode()).isEqualTo(400);
    }
    assertSecret(List.of(SimulatedStripe.TEST_KEY, StripeResource.WEBHOOK_SECRET));
  }

  private void assertSecret(List<String> keys) {
    CLIENT.finest("the client's log is captured");
    ROOT.info("every log is captured");
    assertThat(log.all)
        .anyMatch(line -> line.startsWith("the client's log is captured"))
        .anyMatch(line -> line.startsWith("every log is captured"))
        .noneMatch(line -> keys.stream().anyMatch(line::contains));
  }

  private static final class Lines extends Handler {
    private final Queue<String> all = new ConcurrentLinkedQueue<>();

    @Override
    public void publish(LogRecord line) {
      all.add(line.getMessage() + Arrays.toString(line.getParameters()) + line.getThrown());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
