package dev.holdfast.simulator.stripe;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A request to the API.
 *
 * @param text what an idempotency key may be repeated with: address and parameters
 */
record Request(
    Endpoint endpoint,
    String id,
    Form form,
    String text,
    @Nullable String authorization,
    @Nullable String key) {

  static Request of(HttpExchange exchange) throws IOException {
    var method = exchange.getRequestMethod();
    var uri = exchange.getRequestURI();
    var endpoint =
        Endpoint.of(method, uri.getPath())
            .orElseThrow(() -> StripeError.noSuchAddress(method + ": " + uri.getPath()));
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    var isRead = method.equals("GET");
    var form = Form.of(isRead ? query : body);
    var headers = exchange.getRequestHeaders();
    return new Request(
        endpoint,
        endpoint.id(uri.getPath()),
        form,
        method + uri + form.fields(),
        headers.getFirst("Authorization"),
        isRead ? null : headers.getFirst("Idempotency-Key"));
  }

  /** Is it of the live mode? */
  boolean isLive() {
    return StripeSimulator.LIVE_KEYS.stream().anyMatch(this::hasKey);
  }

  boolean hasGoodKey() {
    return isLive() || StripeSimulator.TEST_KEYS.stream().anyMatch(this::hasKey);
  }

  private boolean hasKey(String secret) {
    return ("Bearer " + secret).equals(authorization);
  }
}
