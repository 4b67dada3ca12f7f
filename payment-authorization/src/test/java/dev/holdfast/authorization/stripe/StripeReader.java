package dev.holdfast.authorization.stripe;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A reader in the double: one action at a time, and perhaps a card that is held to it. */
final class StripeReader {
  final String id;
  @Nullable StripeCard waiting;
  @Nullable Instant captureBefore;
  private @Nullable StripeIntent intent;
  private String action = "";
  private @Nullable String failure;

  StripeReader(String id) {
    this.id = id;
  }

  void process(StripeIntent handed) {
    if (action.equals("in_progress")) {
      throw StripeRefusal.ofReader("terminal_reader_busy");
    }
    if (!handed.status.equals("requires_payment_method")) {
      throw StripeRefusal.ofState("intent_invalid_state", "It has a status of " + handed.status);
    }
    intent = handed;
    action = "in_progress";
    failure = null;
  }

  /** The card meets the reader, if both are there; true if the bank has been asked. */
  boolean meet() {
    var card = waiting;
    var handed = intent;
    if (card == null || handed == null || !action.equals("in_progress")) {
      return false;
    }
    waiting = null;
    if (!handed.status.equals("requires_payment_method")) {
      fail("intent_invalid_state");
      return false;
    }
    if (card == StripeCard.READER_FAILS) {
      fail("connection_error");
      return false;
    }
    handed.presented(card, captureBefore);
    if (card == StripeCard.DECLINED) {
      fail("card_declined");
    }
    hear();
    return true;
  }

  /** The bank may have said yes. */
  void hear() {
    if (action.equals("in_progress") && intent != null && intent.capturable > 0) {
      action = "succeeded";
    }
  }

  void cancelAction() {
    if (intent != null && intent.status.equals("processing")) {
      throw StripeRefusal.ofReader("terminal_reader_busy");
    }
    intent = null;
    action = "";
  }

  ObjectNode json() {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("id", id).put("object", "terminal.reader").put("status", "online");
    if (intent == null) {
      return json.putNull("action");
    }
    var shown = json.putObject("action").put("type", "process_payment_intent");
    shown.put("status", action).put("failure_code", failure);
    shown.putObject("process_payment_intent").put("payment_intent", intent.id);
    return json;
  }

  private void fail(String code) {
    action = "failed";
    failure = code;
  }
}
