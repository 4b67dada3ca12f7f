package dev.holdfast.terminal.stripe;

import dev.holdfast.testkit.SimulatedStripe;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Stripe simulator for a {@code @QuarkusTest}; fills a test's field of its type. */
public final class StripeResource implements QuarkusTestResourceLifecycleManager {
  private @Nullable SimulatedStripe stripe;

  @Override
  public Map<String, String> start() {
    var started = SimulatedStripe.start();
    stripe = started;
    return settings(started);
  }

  /** By which settings a service finds it. */
  public static Map<String, String> settings(SimulatedStripe stripe) {
    return Map.of(
        "holdfast.stripe.url",
        stripe.url().toString(),
        "holdfast.stripe.secret-key",
        SimulatedStripe.RESTRICTED_TEST_KEY,
        "holdfast.stripe.production.secret-key",
        SimulatedStripe.LIVE_KEY,
        // What payment-authorization alone reads must not keep this service from its start.
        "holdfast.stripe.webhook-secret",
        "whsec_simulator",
        "holdfast.stripe.poll",
        "200ms",
        "holdfast.stripe.connections",
        "128",
        "holdfast.stripe.requests-per-second",
        "100");
  }

  @Override
  public void inject(TestInjector testInjector) {
    testInjector.injectIntoFields(stripe, new TestInjector.MatchesType(SimulatedStripe.class));
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
