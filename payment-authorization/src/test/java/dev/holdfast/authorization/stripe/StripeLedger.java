package dev.holdfast.authorization.stripe;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The objects of the double, and what each operation does to them. */
final class StripeLedger {
  private static final String OPTION =
      "payment_method_options[card_present][request_incremental_authorization_support]";

  /** The smallest charge in EUR and USD. */
  private static final long LEAST = 50;

  private final Map<String, StripeIntent> intents = new LinkedHashMap<>();
  private final Map<String, StripeReader> readers = new LinkedHashMap<>();
  private final Map<String, ObjectNode> refunds = new LinkedHashMap<>();

  ObjectNode create(StripeForm form) {
    form.only(
        "amount", "currency", "capture_method", "payment_method_types[]", OPTION, "description");
    if (!form.required("payment_method_types[]").equals("card_present")
        || !form.required("capture_method").equals("manual")
        || !form.required(OPTION).equals("true")) {
      throw StripeRefusal.invalid(400, "parameter_invalid", "Not what this double is for");
    }
    var id = "pi_3Double%06d".formatted(intents.size() + 1);
    var currency = form.required("currency");
    var amount = form.amount("amount", currency);
    if (amount < LEAST) {
      throw StripeRefusal.invalid(400, "amount_too_small", "Amount must be at least 50");
    }
    var intent = new StripeIntent(id, amount, currency, metadata(form));
    intents.put(id, intent);
    return intent.json(false);
  }

  ObjectNode update(String id, StripeForm form) {
    find(id).update(metadata(form.only()));
    return find(id).json(form.isExpanded());
  }

  ObjectNode intent(String id, boolean expanded) {
    return find(id).json(expanded);
  }

  ObjectNode search(StripeForm form) {
    var query = form.only("query").required("query");
    var page = nothingFound();
    var found = page.withArray("data");
    intents.values().stream()
        .filter(intent ->
            query.equals("metadata['reference']:'%s'".formatted(intent.metadata.get("reference"))))
        .forEach(intent -> found.add(intent.json(false)));
    return page;
  }

  static ObjectNode nothingFound() {
    var page = JsonNodeFactory.instance.objectNode().put("object", "search_result");
    page.put("has_more", false).putArray("data");
    return page;
  }

  ObjectNode increment(String id, StripeForm form) {
    var intent = find(id);
    intent.increment(form.only("amount").amount("amount", intent.currency));
    return intent.json(form.isExpanded());
  }

  ObjectNode capture(String id, StripeForm form) {
    var intent = find(id);
    intent.capture(form.only("amount_to_capture").amount("amount_to_capture", intent.currency));
    return intent.json(form.isExpanded());
  }

  ObjectNode cancel(String id, StripeForm form) {
    find(id).cancel(form.only("cancellation_reason").fields().get("cancellation_reason"));
    return find(id).json(form.isExpanded());
  }

  ObjectNode refund(StripeForm form) {
    form.only("payment_intent", "amount");
    var intent = find(form.required("payment_intent"));
    intent.refund(form.amount("amount", intent.currency));
    var refund =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", "re_3Double%06d".formatted(refunds.size() + 1))
            .put("object", "refund")
            .put("status", "succeeded")
            .put("amount", form.amount("amount", intent.currency))
            .put("payment_intent", intent.id);
    metadata(form).forEach(refund.putObject("metadata")::put);
    refunds.put(refund.path("id").asText(), refund);
    return refund;
  }

  ObjectNode refundsOf(StripeForm form) {
    var intent = form.only("payment_intent", "limit").required("payment_intent");
    var page = JsonNodeFactory.instance.objectNode().put("object", "list").put("has_more", false);
    var found = page.putArray("data");
    refunds.values().stream()
        .filter(refund -> refund.path("payment_intent").asText().equals(intent))
        .forEach(found::add);
    return page;
  }

  ObjectNode process(String id, StripeForm form) {
    var intent = find(form.only("payment_intent").required("payment_intent"));
    reader(id).process(intent);
    return reader(id).json();
  }

  ObjectNode cancelAction(String id, StripeForm form) {
    form.only();
    reader(id).cancelAction();
    return reader(id).json();
  }

  ObjectNode reader(String id, StripeForm form) {
    form.only();
    return reader(id).json();
  }

  StripeReader reader(String id) {
    if (!id.startsWith("tmr_")) {
      throw StripeRefusal.invalid(404, "resource_missing", "No such terminal.reader: " + id);
    }
    return readers.computeIfAbsent(id, StripeReader::new);
  }

  Iterable<StripeReader> readers() {
    return List.copyOf(readers.values());
  }

  StripeIntent find(String id) {
    return Optional.ofNullable(intents.get(id))
        .orElseThrow(
            () -> StripeRefusal.invalid(404, "resource_missing", "No such payment_intent: " + id));
  }

  Optional<StripeIntent> ofReference(String reference) {
    return intents.values().stream()
        .filter(intent -> reference.equals(intent.metadata.get("reference")))
        .findFirst();
  }

  long count(String reference) {
    return intents.values().stream()
        .filter(intent -> reference.equals(intent.metadata.get("reference")))
        .count();
  }

  private static Map<String, String> metadata(StripeForm form) {
    var metadata = new TreeMap<String, String>();
    form.fields()
        .forEach((name, value) -> {
          if (name.startsWith("metadata[")) {
            metadata.put(name.substring("metadata[".length(), name.length() - 1), value);
          }
        });
    return metadata;
  }
}
