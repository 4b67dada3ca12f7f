package dev.holdfast.terminal.stripe;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The double of Stripe for a {@code @QuarkusTest}; fills a test's field of its type. */
public final class DoubledStripe implements QuarkusTestResourceLifecycleManager {
  private @Nullable StripeDouble stripe;

  @Override
  public Map<String, String> start() {
    try {
      var started = StripeDouble.start();
      stripe = started;
      return settings(started);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** By which settings a service finds it. */
  public static Map<String, String> settings(StripeDouble stripe) {
    return Map.of(
        "holdfast.stripe.url",
        stripe.url(),
        "holdfast.stripe.secret-key",
        StripeDouble.TEST_KEY,
        "holdfast.stripe.production.secret-key",
        StripeDouble.LIVE_KEY,
        // What payment-authorization alone reads must not keep this service from its start.
        "holdfast.stripe.webhook-secret",
        "whsec_double",
        "holdfast.stripe.poll",
        "200ms",
        "holdfast.stripe.connections",
        "128");
  }

  @Override
  public void inject(TestInjector testInjector) {
    testInjector.injectIntoFields(stripe, new TestInjector.MatchesType(StripeDouble.class));
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
