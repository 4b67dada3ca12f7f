package dev.holdfast.simulator.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What is held is raised, and captured once; what is not captured is given back at once. */
final class Captures {
  private static final String INCREMENTS = "_increments";

  /** As docs.stripe.com/terminal/features/incremental-authorizations says. */
  private static final int MOST_INCREMENTS = 10;

  private final Store store;
  private final Intents intents;
  private final Events events;

  Captures(Store store, Intents intents, Events events) {
    this.store = store;
    this.intents = intents;
    this.events = events;
  }

  ObjectNode increment(Request request) {
    var intent = intents.find(request);
    mustBe(intent, "requires_capture");
    var total = request.form().amount("amount", intent.path("currency").asText());
    var held = intent.path("amount").longValue();
    var attempts = intent.path(INCREMENTS).asInt();
    if (!Intents.card(intents.charge(intent))
            .path("incremental_authorization_supported")
            .asBoolean()
        || attempts >= MOST_INCREMENTS) {
      throw StripeError.ofState("", "This PaymentIntent can not be incremented");
    }
    if (total <= held) {
      throw StripeError.ofState("", "The new amount must be greater than the current amount");
    }
    store.save(intent.put(INCREMENTS, attempts + 1));
    if (intent.path(Intents.CHARGED_CARD).asText().equals(Bank.APPROVES_NO_MORE.name())) {
      throw StripeError.ofBank("insufficient_funds");
    }
    var charge = intents.charge(intent).put("amount", total);
    Intents.card(charge).put("amount_authorized", total);
    store.save(charge);
    store.moved(intent, "RESERVED", total - held);
    return intents.saved(intent.put("amount", total).put("amount_capturable", total), request);
  }

  ObjectNode capture(Request request) {
    var intent = intents.find(request);
    mustBe(intent, "requires_capture");
    var held = intent.path("amount_capturable").longValue();
    var wanted =
        request.form().get("amount_to_capture").isEmpty()
            ? held
            : request.form().amount("amount_to_capture", intent.path("currency").asText());
    if (wanted > held) {
      throw StripeError.ofState("amount_too_large", "More than can be captured");
    }
    store.moved(intent, "TAKEN", wanted);
    store.moved(intent, "GIVEN_BACK", held - wanted);
    store.save(intents.charge(intent).put("captured", true).put("amount_captured", wanted));
    intent.put("amount_received", wanted).put("amount_capturable", 0).put("status", "succeeded");
    events.say("payment_intent.succeeded", intent);
    return intents.saved(intent, request);
  }

  private static void mustBe(ObjectNode intent, String status) {
    if (!Intents.is(intent, status)) {
      throw Intents.wrongState(intent);
    }
  }
}
