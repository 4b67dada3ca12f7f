package dev.holdfast.authorization.stripe;

import dev.holdfast.authorization.stripe.Budget.Share;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestFilter;

/**
 * Holds a request back until the account's budget has room for it. What has waited too long is not
 * sent at all.
 */
final class KeepsBudget implements ResteasyReactiveClientRequestFilter {
  private static final Pattern ID = Pattern.compile("/(pi|re|tmr)_[^/]+");

  /** Nobody moves money with these. */
  private static final Pattern FOR_DRIVERS =
      Pattern.compile("POST .*/payment_intents|.*/search|.*/terminal/.*");

  private final Budget budget;
  private final Vertx vertx;
  private final Duration longest;

  /** Nothing was asked of Stripe: the budget was spent for too long. */
  static final class NotSent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotSent() {
      super("Not sent: the budget of requests to Stripe is spent");
    }

    /** Is that why a call failed? */
    static boolean isCauseOf(Throwable failure) {
      return failure instanceof NotSent || failure.getCause() instanceof NotSent;
    }
  }

  KeepsBudget(Budget budget, Vertx vertx, Duration longest) {
    this.budget = budget;
    this.vertx = vertx;
    this.longest = longest;
  }

  /** How Stripe counts it: all ids of an endpoint together. */
  static String endpoint(String method, String path) {
    return method + " " + ID.matcher(path).replaceAll("/{id}");
  }

  @Override
  public void filter(ResteasyReactiveClientRequestContext request) {
    var endpoint = endpoint(request.getMethod(), request.getUri().getPath());
    var share = FOR_DRIVERS.matcher(endpoint).matches() ? Share.DRIVER : Share.MONEY;
    var wait = budget.spend(endpoint, share);
    if (!wait.isZero()) {
      request.suspend();
      hold(request, new Held(endpoint, share, longest), wait);
    }
  }

  private record Held(String endpoint, Share share, Duration left) {
    Held after(Duration waited) {
      return new Held(endpoint, share, left.minus(waited));
    }
  }

  private void hold(ResteasyReactiveClientRequestContext request, Held held, Duration wait) {
    if (held.left().compareTo(wait) < 0) {
      request.resume(new NotSent());
      return;
    }
    vertx.setTimer(
        Math.max(1, wait.toMillis()),
        _ -> {
          var more = budget.spend(held.endpoint(), held.share());
          if (more.isZero()) {
            request.resume();
          } else {
            hold(request, held.after(wait), more);
          }
        });
  }
}
