package dev.holdfast.authorization.stripe;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The double of Stripe for a {@code @QuarkusTest}; fills a test's field of its type. */
public final class DoubledStripe implements QuarkusTestResourceLifecycleManager {
  /** What callbacks are signed with. */
  public static final String WEBHOOK_SECRET = "whsec_double";

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

  /** By which settings a service finds the double. */
  public static Map<String, String> settings(StripeDouble stripe) {
    return Map.of(
        "holdfast.stripe.url",
        stripe.url().toString(),
        "holdfast.stripe.secret-key",
        StripeDouble.SECRET_KEY,
        "holdfast.stripe.webhook-secret",
        WEBHOOK_SECRET,
        "holdfast.stripe.poll",
        "200ms");
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
