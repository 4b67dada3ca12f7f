package dev.holdfast.simulator.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;

/**
 * New objects, with all fields that Stripe always shows; null where the simulator knows no more.
 */
final class Shapes {
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final SecureRandom RANDOM = new SecureRandom();

  private Shapes() {}

  static String id(String prefix) {
    var id = new StringBuilder(prefix);
    RANDOM.ints(24, 0, LETTERS.length()).forEach(at -> id.append(LETTERS.charAt(at)));
    return id.toString();
  }

  static ObjectNode intent(Form form, long amount, boolean live, Instant now) {
    var intent = Json.object().put("id", id("pi_3")).put("object", "payment_intent");
    intent.put("amount", amount).put("amount_capturable", 0).put("amount_received", 0);
    intent.putObject("amount_details").putObject("tip");
    intent.putNull("application").putNull("application_fee_amount");
    intent.putNull("automatic_payment_methods").putNull("canceled_at");
    nulls(
        intent, "excluded_payment_method_types", "payment_method_configuration_details", "source");
    intent.putNull("cancellation_reason").put("capture_method", form.required("capture_method"));
    intent.put("client_secret", intent.path("id").asText() + "_secret_" + id(""));
    intent.put("confirmation_method", "automatic").put("created", now.getEpochSecond());
    intent.put("currency", form.required("currency")).putNull("customer");
    intent.put("description", form.get("description").orElse(null)).putNull("last_payment_error");
    intent.putNull("latest_charge").put("livemode", live);
    form.putMetadata(intent.putObject("metadata"));
    intent.putNull("next_action").putNull("on_behalf_of").putNull("payment_method");
    var options = intent.putObject("payment_method_options").putObject("card_present");
    options.put("request_extended_authorization", false);
    options.put("request_incremental_authorization_support", form.is(Intents.INCREMENTAL));
    intent.putArray("payment_method_types").add("card_present");
    intent.putNull("processing").putNull("receipt_email").putNull("review");
    intent.putNull("setup_future_usage").putNull("shipping").putNull("statement_descriptor");
    intent.putNull("statement_descriptor_suffix").put("status", "requires_payment_method");
    return intent.putNull("transfer_data").putNull("transfer_group");
  }

  static ObjectNode charge(ObjectNode intent, ObjectNode cardPresent, Instant now) {
    var amount = intent.path("amount").longValue();
    var charge = Json.object().put("id", id("ch_3")).put("object", "charge").put("amount", amount);
    charge.put("amount_captured", 0).put("amount_refunded", 0).putNull("application");
    charge.putNull("balance_transaction").put("captured", false);
    charge.put("created", now.getEpochSecond()).put("currency", intent.path("currency").asText());
    charge.putNull("customer").putNull("description").put("disputed", false);
    nulls(charge.putObject("billing_details"), "address", "email", "name", "phone", "tax_id");
    nulls(
        charge,
        "application_fee",
        "application_fee_amount",
        "calculated_statement_descriptor",
        "failure_balance_transaction",
        "on_behalf_of",
        "receipt_email",
        "receipt_number",
        "receipt_url",
        "review",
        "shipping",
        "source",
        "source_transfer",
        "statement_descriptor",
        "statement_descriptor_suffix",
        "transfer_data",
        "transfer_group");
    charge.putNull("failure_code").putNull("failure_message").putObject("fraud_details");
    charge.put("livemode", intent.path("livemode").asBoolean());
    charge.set("metadata", intent.path("metadata").deepCopy());
    charge.putObject("outcome").put("network_status", "approved_by_network").putNull("reason");
    nulls(
        charge.withObject("outcome"), "advice_code", "network_advice_code", "network_decline_code");
    charge.withObject("outcome").put("risk_level", "not_assessed").put("type", "authorized");
    charge.withObject("outcome").put("seller_message", "Payment complete.");
    charge.put("paid", true).put("payment_intent", intent.path("id").asText());
    charge.put("payment_method", id("pm_1"));
    var details = charge.putObject("payment_method_details").put("type", "card_present");
    details.set("card_present", cardPresent);
    return charge.put("refunded", false).put("status", "succeeded");
  }

  static ObjectNode reader(String id, boolean live, Instant now) {
    var reader = Json.object().put("id", id).put("object", "terminal.reader").putNull("action");
    reader.put("device_sw_version", "2.37.2.0").put("device_type", "bbpos_wisepos_e");
    reader.put("ip_address", "192.168.2.2").put("label", "Charger").put("livemode", live);
    reader.put("last_seen_at", now.toEpochMilli()).put("location", "tml_FDOt2wlRZEdpd7");
    reader.putObject("metadata");
    return reader.put("serial_number", "WSC513105011295").put("status", "online");
  }

  static ObjectNode refund(ObjectNode intent, long amount, Form form, Instant now) {
    var refund = Json.object().put("id", id("re_3")).put("object", "refund").put("amount", amount);
    refund.putNull("balance_transaction").set("charge", intent.path("latest_charge"));
    refund.put("created", now.getEpochSecond()).put("currency", intent.path("currency").asText());
    form.putMetadata(refund.putObject("metadata"));
    refund.put("payment_intent", intent.path("id").asText());
    refund.put("reason", form.get("reason").orElse(null)).putNull("receipt_number");
    refund.putNull("source_transfer_reversal").put("status", "succeeded");
    return refund.putNull("transfer_reversal");
  }

  private static void nulls(ObjectNode object, String... names) {
    List.of(names).forEach(object::putNull);
  }

  static ObjectNode list(String object, String url) {
    var list = Json.object().put("object", object).put("url", url).put("has_more", false);
    list.putArray("data");
    return list;
  }
}
