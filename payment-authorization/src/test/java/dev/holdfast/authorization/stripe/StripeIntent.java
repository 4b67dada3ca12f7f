package dev.holdfast.authorization.stripe;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A payment intent in the double, with a journal of what it did to the card holder's money. */
final class StripeIntent {
  /** Passes for a card number: whoever keeps it has kept too much. */
  static final String NETWORK_ID = "4111111111111111";

  private static final Set<String> CANCELABLE =
      Set.of("requires_payment_method", "requires_capture", "requires_confirmation");
  private static final int MOST_INCREMENTS = 10;

  final String id;
  final String currency;
  final Map<String, String> metadata;
  final List<String> journal = new ArrayList<>();
  String status = "requires_payment_method";
  long amount;
  long capturable;
  long received;
  long refunded;
  private int increments;
  private @Nullable StripeCard card;
  private @Nullable String declined;
  private @Nullable String cancellationReason;
  private @Nullable Instant captureBefore;

  StripeIntent(String id, long amount, String currency, Map<String, String> metadata) {
    this.id = id;
    this.amount = amount;
    this.currency = currency;
    this.metadata = metadata;
  }

  /** The bank's answer, which comes while the card is presented. */
  void presented(StripeCard presented, @Nullable Instant before) {
    card = presented;
    captureBefore = before;
    declined = presented == StripeCard.DECLINED ? "insufficient_funds" : null;
    if (presented == StripeCard.SLOW) {
      status = "processing";
    } else if (declined == null) {
      approved();
    }
  }

  void approved() {
    status = "requires_capture";
    capturable = amount;
    journal.add("HELD " + amount);
  }

  void update(Map<String, String> more) {
    if (status.equals("canceled")) {
      throw wrongState();
    }
    metadata.putAll(more);
  }

  void increment(long total) {
    mustBe("requires_capture");
    if (card == StripeCard.NOT_INCREMENTABLE || ++increments > MOST_INCREMENTS) {
      throw StripeRefusal.ofState("", "This PaymentIntent can not be incremented");
    }
    if (total <= amount) {
      throw StripeRefusal.ofState("", "The new amount must be greater than the current amount");
    }
    if (card == StripeCard.NO_MORE) {
      throw StripeRefusal.ofBank("insufficient_funds");
    }
    amount = total;
    capturable = total;
    journal.add("RAISED " + total);
  }

  void capture(long wanted) {
    mustBe("requires_capture");
    if (wanted > capturable) {
      throw StripeRefusal.ofState("amount_too_large", "More than can be captured");
    }
    journal.add("TAKEN " + wanted);
    giveBack(capturable - wanted);
    received = wanted;
    capturable = 0;
    status = "succeeded";
  }

  void cancel(@Nullable String reason) {
    if (!CANCELABLE.contains(status)) {
      throw wrongState();
    }
    giveBack(capturable);
    capturable = 0;
    status = "canceled";
    cancellationReason = reason;
  }

  void refund(long wanted) {
    mustBe("succeeded");
    if (refunded == received) {
      throw StripeRefusal.ofState("charge_already_refunded", "Nothing is left to refund");
    }
    if (wanted > received - refunded) {
      throw StripeRefusal.ofState("", "Refund amount is greater than unrefunded amount");
    }
    refunded += wanted;
    journal.add("REFUNDED " + wanted);
  }

  ObjectNode json(boolean expanded) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("id", id).put("object", "payment_intent").put("status", status);
    json.put("amount", amount)
        .put("amount_capturable", capturable)
        .put("amount_received", received);
    json.put("currency", currency).put("capture_method", "manual").put("livemode", false);
    json.put("cancellation_reason", cancellationReason);
    metadata.forEach(json.putObject("metadata")::put);
    json.putArray("payment_method_types").add("card_present");
    json.putNull("last_payment_error").putNull("latest_charge");
    if (declined != null) {
      var error = json.putObject("last_payment_error");
      error.put("type", "card_error").put("code", "card_declined").put("decline_code", declined);
      error.putObject("payment_method").set("card_present", shownCard());
    }
    if (card != null && declined == null) {
      charge(json, expanded);
    }
    return json;
  }

  private void charge(ObjectNode json, boolean expanded) {
    var charge = "ch_" + id.substring(3);
    if (!expanded) {
      json.put("latest_charge", charge);
      return;
    }
    var shown = json.putObject("latest_charge").put("id", charge).put("object", "charge");
    shown.put("payment_intent", id).put("amount", amount).put("amount_refunded", refunded);
    var details = shown.putObject("payment_method_details").put("type", "card_present");
    var present = details.set("card_present", shownCard()).withObject("card_present");
    present.put("incremental_authorization_supported", card != StripeCard.NOT_INCREMENTABLE);
    if (captureBefore != null) {
      present.put("capture_before", captureBefore.getEpochSecond());
    }
  }

  private static ObjectNode shownCard() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("brand", "visa")
        .put("last4", "4242")
        .put("exp_year", 2031)
        .put("fingerprint", "Zm9vYmFy")
        .put("network_transaction_id", NETWORK_ID);
  }

  private void giveBack(long rest) {
    if (rest > 0) {
      journal.add("GIVEN_BACK " + rest);
    }
  }

  private void mustBe(String wanted) {
    if (!status.equals(wanted)) {
      throw wrongState();
    }
  }

  private StripeRefusal wrongState() {
    return StripeRefusal.ofState(
        "payment_intent_unexpected_state", "The PaymentIntent has a status of " + status);
  }
}
