package dev.holdfast.simulator.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;

/** What was captured is paid back, in parts, and never more than was taken. */
final class Refunds {
  private final Store store;
  private final Intents intents;
  private final Events events;
  private final Clock clock;

  Refunds(Store store, Intents intents, Events events, Clock clock) {
    this.store = store;
    this.intents = intents;
    this.events = events;
    this.clock = clock;
  }

  ObjectNode create(Request request) {
    var form = request.form();
    var intent = intents.find(form.required("payment_intent"), request.isLive());
    if (!Intents.is(intent, "succeeded")) {
      throw Intents.wrongState(intent);
    }
    var charge = intents.charge(intent);
    var refunded = charge.path("amount_refunded").longValue();
    var left = charge.path("amount_captured").longValue() - refunded;
    if (left == 0) {
      throw StripeError.ofState("charge_already_refunded", "It has already been refunded");
    }
    var wanted =
        form.get("amount").isEmpty()
            ? left
            : form.amount("amount", intent.path("currency").asText());
    if (wanted > left) {
      throw StripeError.ofState("", "Refund amount is greater than unrefunded amount on charge");
    }
    store.moved(intent, "PAID_BACK", wanted);
    charge.put("amount_refunded", refunded + wanted).put("refunded", wanted == left);
    store.save(charge);
    var refund = Shapes.refund(intent, wanted, form, clock.instant());
    store.save(refund.put("livemode", request.isLive()));
    events.say("refund.created", shown(refund));
    return shown(refund);
  }

  /** The newest first, as all lists of Stripe. */
  ObjectNode list(Request request) {
    var page = Shapes.list("list", "/v1/refunds");
    var wanted = request.form().get("payment_intent");
    store
        .all("refund")
        .filter(refund -> refund.path("livemode").asBoolean() == request.isLive())
        .filter(refund ->
            wanted.filter(id -> !id.equals(refund.path("payment_intent").asText())).isEmpty())
        .toList()
        .reversed()
        .stream()
        .limit(request.form().limit())
        .forEach(refund -> page.withArray("data").add(shown(refund)));
    return page;
  }

  /** A refund does not show its mode. */
  private static ObjectNode shown(ObjectNode refund) {
    var shown = Json.shown(refund);
    shown.remove("livemode");
    return shown;
  }
}
