package dev.holdfast.authorization.stripe;

import dev.holdfast.testkit.SimulatedStripe;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Stripe simulator for a {@code @QuarkusTest}; fills a test's field of its doors. */
public final class StripeResource implements QuarkusTestResourceLifecycleManager {
  /** What callbacks are signed with. */
  public static final String WEBHOOK_SECRET = "whsec_simulator";

  private @Nullable StripeDoors stripe;

  @Override
  public Map<String, String> start() {
    var started = new StripeDoors();
    stripe = started;
    return settings(started);
  }

  /** By which settings a service finds the simulator. */
  public static Map<String, String> settings(StripeDoors stripe) {
    return Map.of(
        // The tests of one JVM are not one account.
        "holdfast.stripe.requests-per-second",
        "10000",
        "holdfast.stripe.requests-per-endpoint",
        "10000",
        "holdfast.stripe.url",
        stripe.url().toString(),
        "holdfast.stripe.secret-key",
        SimulatedStripe.TEST_KEY,
        "holdfast.stripe.webhook-secret",
        WEBHOOK_SECRET,
        "holdfast.stripe.poll",
        "200ms");
  }

  @Override
  public void inject(TestInjector testInjector) {
    testInjector.injectIntoFields(stripe, new TestInjector.MatchesType(StripeDoors.class));
  }

  @Override
  public void stop() {
    var started = stripe;
    if (started != null) {
      started.close();
      stripe = null;
    }
  }
}
