package dev.holdfast.authorization.stripe;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request to the double.
 *
 * @param text method, address and parameters: what an idempotency key may be repeated with
 */
record StripeCall(
    String operation,
    String id,
    StripeForm form,
    String text,
    @Nullable String authorization,
    @Nullable String key) {
  private static final Pattern PATH =
      Pattern.compile("/v1/(payment_intents|refunds|terminal/readers)(?:/([^/]+))?(?:/([a-z_]+))?");

  static StripeCall of(HttpExchange exchange) throws IOException {
    var method = exchange.getRequestMethod();
    var uri = exchange.getRequestURI();
    var path = PATH.matcher(uri.getPath());
    var sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    var form = StripeForm.of(method.equals("GET") ? query : sent);
    var matches = path.matches();
    return new StripeCall(
        matches ? operation(method, path.toMatchResult()) : "unknown",
        matches && path.group(2) != null ? path.group(2) : "",
        form,
        method + uri + form.fields(),
        exchange.getRequestHeaders().getFirst("Authorization"),
        method.equals("POST") ? exchange.getRequestHeaders().getFirst("Idempotency-Key") : null);
  }

  private static String operation(String method, MatchResult path) {
    var get = method.equals("GET");
    if (path.group(3) != null) {
      return get ? "unknown" : path.group(3);
    }
    return switch (path.group(1)) {
      case "refunds" -> get ? "refunds" : "refund";
      case "terminal/readers" -> get ? "reader" : "unknown";
      default -> {
        if (!get) {
          yield path.group(2) == null ? "create" : "update";
        }
        yield "search".equals(path.group(2)) ? "search" : "intent";
      }
    };
  }
}
