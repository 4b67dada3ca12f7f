package dev.holdfast.authorization.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.testkit.SimulatedStripe;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a test does at the Stripe simulator; payments are found by our reference. */
public final class StripeDoors implements AutoCloseable {
  private final SimulatedStripe stripe = SimulatedStripe.start();

  /** Starts a simulator, in which readers of several countries stand. */
  public StripeDoors() {
    stripe.put("account", Map.of("currencies", List.of("eur", "kwd")));
  }

  /** Its base URL. */
  public URI url() {
    return stripe.url();
  }

  /** The account has a reader of that id. */
  public void hasReader(String id) {
    stripe.put("readers/" + id, Map.of());
  }

  /** The card waits at the reader until that asks for one. */
  public void present(String reader, StripeCard card, @Nullable Instant before) {
    var body = new HashMap<String, Object>(Map.of("bank", card.bank));
    if (before != null) {
      body.put("captureBefore", before.getEpochSecond());
    }
    stripe.post("readers/" + reader + "/tap", body);
  }

  /** The driver inserts the card and types the PIN. */
  public void pin(String reader, boolean right) {
    stripe.post("readers/" + reader + "/pin", Map.of("right", right));
  }

  /** The slow bank says yes. */
  void bankApproves(String reader) {
    stripe.post("readers/" + reader + "/bank", Map.of("approves", true));
  }

  /** The reader asks for a tip. */
  void tipping(String reader) {
    stripe.put("readers/" + reader, Map.of("tipping", true));
  }

  /** The next call of that endpoint goes wrong. */
  public void fault(String endpoint, StripeFault fault) {
    fault(endpoint, fault.order);
  }

  void fault(String endpoint, Map<String, Object> order) {
    var body = new HashMap<>(order);
    body.put("endpoint", endpoint);
    stripe.post("faults", body);
  }

  /** The faults that no call has met yet are forgotten. */
  public void heal() {
    stripe.delete("faults");
  }

  /** How often an endpoint was called, replays included. */
  public long calls(String endpoint) {
    return stripe.get("calls").path(endpoint).asLong();
  }

  /** How many calls were refused for the rate of one endpoint. */
  long refused(String endpoint) {
    return stripe.get("refused").path(endpoint).asLong();
  }

  void limit(int perEndpoint, int inAll) {
    stripe.put("account", Map.of("perEndpoint", perEndpoint, "inAll", inAll));
  }

  /** What was done to the card holder's money under this reference. */
  public List<String> journal(String reference) {
    return stripe.journal("reference", reference);
  }

  /** The intent of a payment as Stripe shows it, with its charge. */
  public Optional<JsonNode> intent(String reference) {
    return Optional.ofNullable(found(reference).get(0));
  }

  /** A reader as Stripe shows it. */
  public JsonNode reader(String id) {
    return stripe.get("readers/" + id);
  }

  /** How many intents were made for one payment: more than one is an error. */
  public long intents(String reference) {
    return found(reference).size();
  }

  /** Somebody uses the dashboard. */
  void elsewhere(String path, String form) {
    var answer = stripe.call("/v1/" + path, form);
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.body());
    }
  }

  /** An intent of 50.00 EUR that somebody made: its id. */
  String made(String reference) {
    elsewhere(
        "payment_intents",
        "amount=5000&currency=eur&capture_method=manual&payment_method_types[]=card_present"
            + "&metadata[reference]="
            + reference);
    return intent(reference).orElseThrow().path("id").asText();
  }

  /** The time of a hold is over. */
  void lapse(String intent) {
    stripe.post("intents/" + intent + "/lapse", Map.of());
  }

  /** The calls that were held up on their way reach Stripe now; nobody waits for an answer. */
  void arriveNow() {
    stripe.post("late-calls", Map.of());
  }

  /** As after a day: what was answered to a key is forgotten. */
  void forgetKeys() {
    stripe.delete("keys");
  }

  /** Whether a canceled intent is still updated. */
  void updatesCanceled(boolean updated) {
    stripe.put("account", Map.of("updatesCanceled", updated));
  }

  @Override
  public void close() {
    stripe.close();
  }

  private JsonNode found(String reference) {
    return stripe.get("intents?key=reference&value=" + reference);
  }
}
