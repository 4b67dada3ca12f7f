package dev.holdfast.authorization.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.authorization.core.Tap;
import dev.holdfast.authorization.stripe.IntentSearch.Found;
import dev.holdfast.authorization.stripe.IntentSearch.None;
import dev.holdfast.authorization.stripe.IntentSearch.Unclear;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * The payment intent of a payment that has no hold yet. Nothing needs to be remembered: to create
 * it again with the same key finds it, as long as Stripe keeps the key; later, or where the first
 * answer was a failure that is replayed, it is searched for by its reference.
 */
@ApplicationScoped
class FindIntent {
  static final String REFERENCE = "metadata[reference]";

  /** Stripe keeps a key for a day at least. */
  private static final Duration KEY_IS_KEPT = Duration.ofHours(23);

  /** Within so long after it was created an intent is found by a search, as Stripe says. */
  private static final Duration SEARCH_KNOWS = Duration.ofMinutes(1);

  private final StripeCurrencies currencies;
  private final AwaitedIntents awaited;
  private final Clock clock;

  FindIntent(StripeCurrencies currencies, AwaitedIntents awaited, Clock clock) {
    this.currencies = currencies;
    this.awaited = awaited;
    this.clock = clock;
  }

  /** Creates the intent, or finds the one that was created before. */
  Uni<IntentSearch> of(StripeApi api, Tap tap) {
    var amount = currencies.toStripe(tap.requested(), tap.at());
    if (amount.isEmpty()) {
      return Uni.createFrom().item(new None("Stripe cannot take " + tap.requested()));
    }
    var known = awaited.of(tap);
    if (known.isPresent()) {
      return Uni.createFrom().item(new Found(known.get()));
    }
    return found(api, tap, amount.get())
        .invoke(sought -> {
          if (sought instanceof Found(var intent)) {
            awaited.found(tap, intent);
          }
        });
  }

  private Uni<IntentSearch> found(StripeApi api, Tap tap, long amount) {
    if (isAfter(tap.at().plus(KEY_IS_KEPT))) {
      return search(api, tap, "The intent was never created");
    }
    return api.create(tap.reference() + ":AUTHORIZE", parameters(tap, amount))
        .map(Reply::of)
        .chain(reply -> created(api, tap, reply));
  }

  private Uni<IntentSearch> created(StripeApi api, Tap tap, Reply reply) {
    return switch (reply.meaning(Deed.CREATE)) {
      case DONE -> Uni.createFrom().item(new Found(Intent.of(reply.body()).id()));
      case REFUSED -> Uni.createFrom().item(new None(reply.reason()));
      case WRONG_STATE -> Uni.createFrom().item(new Unclear(reply.reason()));
      case UNCLEAR ->
          reply.isReplayedFailure() || reply.isKeyReused()
              ? search(api, tap, reply.reason())
              : Uni.createFrom().item(new Unclear(reply.reason()));
    };
  }

  private Uni<IntentSearch> search(StripeApi api, Tap tap, String otherwise) {
    return api.search("metadata['reference']:'" + tap.reference() + "'")
        .map(Reply::of)
        .map(reply -> reply.isOk() ? found(tap, reply.body(), otherwise) : unclear(reply));
  }

  private static IntentSearch unclear(Reply reply) {
    return new Unclear(reply.reason());
  }

  private IntentSearch found(Tap tap, JsonNode page, String otherwise) {
    for (JsonNode intent : page.path("data")) {
      var reference = intent.path("metadata").path("reference").asText();
      if (reference.equals(tap.reference().toString())) {
        return new Found(Intent.of(intent).id());
      }
    }
    // Nothing is handed to a reader after the driver's time, and so nothing that could be held.
    return isAfter(tap.cardDeadline().plus(SEARCH_KNOWS))
        ? new None(otherwise)
        : new Unclear(otherwise);
  }

  private boolean isAfter(Instant moment) {
    return clock.instant().isAfter(moment);
  }

  /** Of the tap alone: a repetition must have the same parameters. */
  private static MultivaluedMap<String, String> parameters(Tap tap, long amount) {
    var parameters = new MultivaluedHashMap<String, String>();
    var currency = tap.requested().getCurrencyUnit().getCode().toLowerCase(Locale.ROOT);
    parameters.putSingle("amount", Long.toString(amount));
    parameters.putSingle("currency", currency);
    parameters.putSingle("capture_method", "manual");
    parameters.putSingle("payment_method_types[]", "card_present");
    parameters.putSingle(
        "payment_method_options[card_present][request_incremental_authorization_support]", "true");
    parameters.putSingle(REFERENCE, tap.reference().toString());
    return parameters;
  }
}
