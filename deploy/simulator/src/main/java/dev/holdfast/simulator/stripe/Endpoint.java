package dev.holdfast.simulator.stripe;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The operations that are known, and their parameters; each has a rate limit of its own. */
enum Endpoint {
  CREATE_INTENT(
      "POST",
      "/v1/payment_intents",
      "amount",
      "currency",
      "capture_method",
      "description",
      "payment_method_types[]",
      "payment_method_options[card_present][request_incremental_authorization_support]",
      "payment_method_options[card_present][request_extended_authorization]"),
  LIST_INTENTS("GET", "/v1/payment_intents", "limit"),
  SEARCH_INTENTS("GET", "/v1/payment_intents/search", "query", "limit"),
  INTENT("GET", "/v1/payment_intents/{id}"),
  UPDATE_INTENT("POST", "/v1/payment_intents/{id}", "description"),
  INCREMENT("POST", "/v1/payment_intents/{id}/increment_authorization", "amount", "description"),
  CAPTURE("POST", "/v1/payment_intents/{id}/capture", "amount_to_capture"),
  CANCEL("POST", "/v1/payment_intents/{id}/cancel", "cancellation_reason"),
  CHARGE("GET", "/v1/charges/{id}"),
  REFUND("POST", "/v1/refunds", "payment_intent", "amount", "reason"),
  LIST_REFUNDS("GET", "/v1/refunds", "payment_intent", "limit"),
  LIST_READERS("GET", "/v1/terminal/readers", "limit"),
  READER("GET", "/v1/terminal/readers/{id}"),
  PROCESS(
      "POST",
      "/v1/terminal/readers/{id}/process_payment_intent",
      "payment_intent",
      "process_config[skip_tipping]",
      "process_config[enable_customer_cancellation]"),
  CANCEL_ACTION("POST", "/v1/terminal/readers/{id}/cancel_action"),
  PRESENT("POST", "/v1/test_helpers/terminal/readers/{id}/present_payment_method", "type");

  private final String method;
  private final Pattern path;

  @SuppressWarnings("ImmutableEnumChecker") // a Set.of is not changed once made
  private final Set<String> parameters;

  Endpoint(String method, String path, String... parameters) {
    this.method = method;
    this.path = Pattern.compile(path.replace("{id}", "([^/]+)"));
    this.parameters = Set.of(parameters);
  }

  /** The first that fits: the fixed addresses stand before those with an id. */
  static Optional<Endpoint> of(String method, String path) {
    return Arrays.stream(values())
        .filter(endpoint -> endpoint.method.equals(method))
        .filter(endpoint -> endpoint.path.matcher(path).matches())
        .findFirst();
  }

  /** The id in an address; empty where it has none. */
  String id(String address) {
    Matcher matcher = path.matcher(address);
    return matcher.matches() && matcher.groupCount() == 1 ? matcher.group(1) : "";
  }

  Set<String> parameters() {
    return parameters;
  }
}
