package dev.holdfast.simulator.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Readers and what they are asked to do: one action at a time. A payment that nobody has begun to
 * pay gives way to the next one that is handed over.
 */
final class Readers {
  static final String OBJECT = "terminal.reader";

  /** How far an action in progress is. */
  static final String PHASE = "_phase";

  private final Store store;
  private final Intents intents;
  private final Taps taps;

  enum Phase {
    /** No card has been presented. */
    ASKS_FOR_CARD,
    /** Its bank has declined the contactless charge; the reader asks for card and PIN. */
    ASKS_FOR_PIN,
    /** The bank is asked: nobody can interrupt it. */
    ASKS_BANK
  }

  Readers(Store store, Intents intents, Taps taps) {
    this.store = store;
    this.intents = intents;
    this.taps = taps;
  }

  ObjectNode find(String id, boolean live) {
    return store.find(OBJECT, id, live).orElseThrow(() -> StripeError.missing(OBJECT, id));
  }

  ObjectNode retrieve(Request request) {
    var reader = find(request.id(), request.isLive());
    if (reader.path("_deleted").asBoolean()) {
      var deleted = Json.object().put("id", request.id()).put("object", OBJECT);
      return deleted.put("deleted", true);
    }
    return Json.shown(reader);
  }

  ObjectNode list(Request request) {
    var page = Shapes.list("list", "/v1/terminal/readers");
    store
        .all(OBJECT)
        .filter(reader -> reader.path("livemode").asBoolean() == request.isLive())
        .limit(request.form().limit())
        .forEach(reader -> page.withArray("data").add(Json.shown(reader)));
    return page;
  }

  ObjectNode process(Request request) {
    var reader = find(request.id(), request.isLive());
    var intent = intents.find(request.form().required(Intents.OBJECT), request.isLive());
    if (reader.path("status").asText().equals("offline")) {
      throw StripeError.ofReader("terminal_reader_offline");
    }
    if (isBegun(reader)) {
      throw StripeError.ofReader("terminal_reader_busy");
    }
    if (!Intents.is(intent, "requires_payment_method")) {
      throw StripeError.ofState(
          "intent_invalid_state", "It has a status of " + intent.path("status").asText());
    }
    var action = reader.putObject("action").putNull("failure_code").putNull("failure_message");
    var shown = action.putObject("process_payment_intent");
    shown.put(Intents.OBJECT, intent.path("id").asText());
    var config = shown.putObject("process_config");
    config.put("skip_tipping", request.form().is("process_config[skip_tipping]"));
    action.put("status", "in_progress").put("type", "process_payment_intent");
    store.save(reader.put(PHASE, Phase.ASKS_FOR_CARD.name()));
    var answer = Json.shown(reader);
    taps.meet(reader);
    return answer;
  }

  ObjectNode cancelAction(Request request) {
    var reader = find(request.id(), request.isLive());
    if (isIn(reader, Phase.ASKS_BANK)) {
      throw StripeError.ofReader("terminal_reader_busy");
    }
    store.save(reader.putNull("action"));
    return Json.shown(reader);
  }

  ObjectNode present(Request request) {
    var reader = find(request.id(), request.isLive());
    taps.hold(reader, new Card(Bank.APPROVES, null, null, null, null));
    return Json.shown(reader);
  }

  static boolean isInProgress(ObjectNode reader) {
    return reader.path("action").path("status").asText().equals("in_progress");
  }

  static boolean isIn(ObjectNode reader, Phase phase) {
    return isInProgress(reader) && reader.path(PHASE).asText().equals(phase.name());
  }

  private static boolean isBegun(ObjectNode reader) {
    return isInProgress(reader) && !isIn(reader, Phase.ASKS_FOR_CARD);
  }
}
