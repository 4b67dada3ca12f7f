package dev.holdfast.simulator.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Lists of payment intents; a search knows late what was made or changed. */
final class IntentPages {
  private static final Pattern QUERY =
      Pattern.compile("metadata\\[['\"](?<key>[^'\"]+)['\"]]:['\"](?<value>[^'\"]*)['\"]");

  private final Store store;
  private final Clock clock;
  private final Supplier<Account> account;

  IntentPages(Store store, Clock clock, Supplier<Account> account) {
    this.store = store;
    this.clock = clock;
    this.account = account;
  }

  ObjectNode list(Request request) {
    return filled(Shapes.list("list", "/v1/payment_intents"), request, intent -> true);
  }

  /** Only by one key of the metadata. */
  ObjectNode search(Request request) {
    var query = QUERY.matcher(request.form().required("query"));
    if (!query.matches()) {
      throw StripeError.invalid("", "The simulator searches for metadata only");
    }
    var key = query.group("key");
    var value = query.group("value");
    var known = clock.millis() - account.get().searchAfter();
    return filled(
        Shapes.list("search_result", "/v1/payment_intents/search").putNull("next_page"),
        request,
        intent ->
            intent.path(Intents.CHANGED).longValue() <= known
                && intent.path("metadata").path(key).asText().equals(value));
  }

  private ObjectNode filled(ObjectNode page, Request request, Predicate<ObjectNode> wanted) {
    store
        .all(Intents.OBJECT)
        .filter(intent -> intent.path("livemode").asBoolean() == request.isLive())
        .filter(wanted)
        .limit(request.form().limit())
        .forEach(intent -> page.withArray("data").add(Json.shown(intent)));
    return page;
  }
}
