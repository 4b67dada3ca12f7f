package dev.holdfast.simulator.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.simulator.stripe.Readers.Phase;
import java.time.Clock;

/**
 * Cards that are held to readers, and what their banks say. A card waits at a reader until that
 * asks for one. A bank is asked while the card is presented.
 */
final class Taps {
  private static final String WAITING = "_waiting";
  private static final String PRESENTED = "_presented";
  private static final long TIP_PERCENT = 10;

  private final Store store;
  private final Intents intents;
  private final Events events;
  private final Clock clock;

  Taps(Store store, Intents intents, Events events, Clock clock) {
    this.store = store;
    this.intents = intents;
    this.events = events;
    this.clock = clock;
  }

  /** Somebody holds a card to the reader. */
  void hold(ObjectNode reader, Card card) {
    reader.set(WAITING, CardText.of(card));
    store.save(reader);
    meet(reader);
  }

  /** The card meets the reader, if that asks for one. */
  void meet(ObjectNode reader) {
    if (!reader.path(WAITING).isObject() || !Readers.isIn(reader, Phase.ASKS_FOR_CARD)) {
      return;
    }
    var card = CardText.card(reader.path(WAITING));
    reader.set(PRESENTED, reader.path(WAITING));
    reader.remove(WAITING);
    var intent = intent(reader);
    if (!Intents.is(intent, "requires_payment_method")) {
      end(reader, "intent_invalid_state");
      return;
    }
    switch (card.bankOrDefault()) {
      case APPROVES, APPROVES_NO_MORE, KNOWS_NO_INCREMENT -> approve(reader, intent, card, false);
      case DECLINES -> {
        decline(intent, card.reason(), card, false);
        end(reader, "card_declined");
      }
      case WANTS_PIN -> {
        decline(intent, card.reason(), card, false);
        store.save(reader.put(Readers.PHASE, Phase.ASKS_FOR_PIN.name()));
      }
      case IS_SLOW -> {
        store.save(intent.put("status", "processing"));
        store.save(reader.put(Readers.PHASE, Phase.ASKS_BANK.name()));
      }
      case IS_NOT_ASKED -> end(reader, "terminal_reader_hardware_fault");
    }
  }

  /** The driver has inserted the card and typed a PIN. */
  void pin(ObjectNode reader, boolean right) {
    if (!Readers.isIn(reader, Phase.ASKS_FOR_PIN)) {
      throw StripeError.badControl("The reader does not ask for a PIN");
    }
    var card = CardText.card(reader.path(PRESENTED)).withPin();
    var intent = intent(reader);
    if (!Intents.is(intent, "requires_payment_method")) {
      end(reader, "intent_invalid_state");
    } else if (right) {
      approve(reader, intent, card, true);
    } else {
      decline(intent, "pin_try_exceeded", card, true);
      end(reader, "card_declined");
    }
  }

  /** The slow bank has answered; of a payment that was canceled meanwhile nothing comes. */
  void answer(ObjectNode reader, boolean yes) {
    if (!Readers.isIn(reader, Phase.ASKS_BANK)) {
      throw StripeError.badControl("No bank is asked at this reader");
    }
    var card = CardText.card(reader.path(PRESENTED));
    var intent = intent(reader);
    if (Intents.is(intent, "canceled")) {
      end(reader, "intent_invalid_state");
    } else if (yes) {
      approve(reader, intent, card, false);
    } else {
      decline(intent, card.reason(), card, false);
      end(reader, "card_declined");
    }
  }

  private void approve(ObjectNode reader, ObjectNode intent, Card card, boolean inserted) {
    var amount = intent.path("amount").longValue() + tip(reader, intent);
    intent.put("amount", amount).put("amount_capturable", amount).putNull("last_payment_error");
    var now = clock.instant();
    var charge = Shapes.charge(intent, card.charged(amount, inserted, true, now), now);
    store.save(charge);
    intent.put("latest_charge", charge.path("id").asText()).put("status", "requires_capture");
    intent.set("payment_method", charge.path("payment_method"));
    store.save(intent.put(Intents.CHARGED_CARD, card.bankOrDefault().name()));
    store.moved(intent, "RESERVED", amount);
    end(reader, "");
    events.say("payment_intent.amount_capturable_updated", intent);
  }

  private void decline(ObjectNode intent, String reason, Card card, boolean inserted) {
    var now = clock.instant();
    var charge = Shapes.charge(intent, card.charged(0, inserted, false, now), now);
    store.save(Declines.in(charge, reason));
    intent
        .put("latest_charge", charge.path("id").asText())
        .put("status", "requires_payment_method");
    intent.set("last_payment_error", Declines.error(charge, reason, card.present(inserted)));
    store.save(intent);
    events.say("payment_intent.payment_failed", intent);
  }

  /** A reader that is set up to ask for a tip gets one, unless the payment says otherwise. */
  private static long tip(ObjectNode reader, ObjectNode intent) {
    var config = reader.path("action").path("process_payment_intent").path("process_config");
    if (!reader.path("_tipping").asBoolean() || config.path("skip_tipping").asBoolean()) {
      return 0;
    }
    var tip = intent.path("amount").longValue() * TIP_PERCENT / 100;
    intent.withObject("amount_details").withObject("tip").put("amount", tip);
    return tip;
  }

  private void end(ObjectNode reader, String failure) {
    var action = reader.withObject("action");
    var good = failure.isEmpty();
    action.put("status", good ? "succeeded" : "failed");
    if (!good) {
      action.put("failure_code", failure).put("failure_message", "The reader says " + failure);
    }
    store.save(reader);
    events.say("terminal.reader.action_" + action.path("status").asText(), reader);
  }

  private ObjectNode intent(ObjectNode reader) {
    var shown = reader.path("action").path("process_payment_intent").path(Intents.OBJECT);
    return intents.find(shown.asText(), reader.path("livemode").asBoolean());
  }
}
