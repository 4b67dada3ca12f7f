package dev.holdfast.simulator.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Payment intents and their charges: made, read, raised, captured and canceled. */
final class Intents {
  static final String INCREMENTAL =
      "payment_method_options[card_present][request_incremental_authorization_support]";
  static final String OBJECT = "payment_intent";
  static final String CHARGED_CARD = "_card";

  /** When it was made or changed last, in milliseconds. */
  static final String CHANGED = "_changed";

  /** In EUR and USD; docs.stripe.com/currencies has the others. */
  private static final long LEAST = 50;

  private static final Set<String> CANCELABLE =
      Set.of(
          "requires_payment_method",
          "requires_capture",
          "requires_confirmation",
          "requires_action",
          "processing");
  private final Store store;
  private final Events events;
  private final Clock clock;
  private final Supplier<Account> account;

  Intents(Store store, Events events, Clock clock, Supplier<Account> account) {
    this.store = store;
    this.events = events;
    this.clock = clock;
    this.account = account;
  }

  ObjectNode create(Request request) {
    var form = request.form();
    var currency = form.required("currency");
    if (!form.required("payment_method_types[]").equals("card_present")
        || !form.required("capture_method").equals("manual")) {
      throw StripeError.invalid("", "The simulator makes card_present intents captured by hand");
    }
    if (!account.get().currenciesTaken().contains(currency)) {
      throw StripeError.invalid(
          "",
          "The currency provided (%s) is invalid. Payments with card_present support the following"
                  .formatted(currency)
              + " currencies: %s.".formatted(String.join(", ", account.get().currenciesTaken())));
    }
    var amount = form.amount("amount", currency);
    if (amount < LEAST) {
      throw StripeError.invalid("amount_too_small", "Amount must be at least 50");
    }
    var intent = Shapes.intent(form, amount, request.isLive(), clock.instant());
    intent.put(CHANGED, clock.millis());
    store.save(intent);
    events.say("payment_intent.created", intent);
    return shown(intent, request);
  }

  /** Finds it; a hold that nobody captured in time is canceled by Stripe itself. */
  ObjectNode find(String id, boolean live) {
    var intent = store.find(OBJECT, id, live).orElseThrow(() -> StripeError.missing(OBJECT, id));
    var before = card(charge(intent)).path("capture_before");
    if (is(intent, "requires_capture")
        && before.isNumber()
        && before.longValue() <= clock.instant().getEpochSecond()) {
      end(intent, "automatic");
    }
    return intent;
  }

  ObjectNode retrieve(Request request) {
    return shown(find(request), request);
  }

  ObjectNode update(Request request) {
    var intent = find(request);
    if (is(intent, "canceled") && !account.get().doesUpdateCanceled()) {
      throw wrongState(intent);
    }
    request.form().putMetadata(intent.withObject("metadata"));
    return saved(intent, request);
  }

  ObjectNode cancel(Request request) {
    var intent = find(request);
    if (!CANCELABLE.contains(intent.path("status").asText())) {
      throw wrongState(intent);
    }
    end(intent, request.form().get("cancellation_reason").orElse(null));
    return shown(intent, request);
  }

  /** A canceled intent does not show why a card was declined before. */
  void end(ObjectNode intent, @Nullable String reason) {
    store.moved(intent, "GIVEN_BACK", intent.path("amount_capturable").longValue());
    intent.put("amount_capturable", 0).put("status", "canceled").putNull("last_payment_error");
    intent.put("cancellation_reason", reason);
    intent.put("canceled_at", clock.instant().getEpochSecond());
    store.save(intent);
    events.say("payment_intent.canceled", intent);
  }

  ObjectNode charge(Request request) {
    return store
        .find("charge", request.id(), request.isLive())
        .map(Json::shown)
        .orElseThrow(() -> StripeError.missing("charge", request.id()));
  }

  /** The latest charge, or an object without fields. */
  ObjectNode charge(ObjectNode intent) {
    return store
        .find("charge", intent.path("latest_charge").asText(), intent.path("livemode").asBoolean())
        .orElseGet(Json::object);
  }

  static boolean is(ObjectNode intent, String status) {
    return intent.path("status").asText().equals(status);
  }

  static StripeError wrongState(ObjectNode intent) {
    return StripeError.ofState(
        "payment_intent_unexpected_state",
        "This PaymentIntent has a status of %s.".formatted(intent.path("status").asText()));
  }

  ObjectNode find(Request request) {
    return find(request.id(), request.isLive());
  }

  ObjectNode saved(ObjectNode intent, Request request) {
    store.save(intent.put(CHANGED, clock.millis()));
    return shown(intent, request);
  }

  /** As it is shown with its charge. */
  ObjectNode whole(ObjectNode intent) {
    var shown = Json.shown(intent);
    if (!charge(intent).isEmpty()) {
      shown.set("latest_charge", Json.shown(charge(intent)));
    }
    return shown;
  }

  private ObjectNode shown(ObjectNode intent, Request request) {
    return request.form().isExpanded("latest_charge") ? whole(intent) : Json.shown(intent);
  }

  static ObjectNode card(ObjectNode charge) {
    return charge.withObject("payment_method_details").withObject("card_present");
  }
}
