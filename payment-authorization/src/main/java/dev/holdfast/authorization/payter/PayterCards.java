package dev.holdfast.authorization.payter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.authorization.core.Card;
import dev.holdfast.authorization.gateway.CardPoll;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a terminal has read, under each of the names by which others have seen it. */
@ApplicationScoped
class PayterCards {
  private static final int NO_CARD = 204;

  /** Of the application on a card's chip, the registered provider. */
  private static final Map<String, String> SCHEMES =
      Map.of(
          "A000000003", "VISA",
          "A000000004", "MASTERCARD",
          "A000000025", "AMEX",
          "A000000152", "DISCOVER",
          "A000000065", "JCB",
          "A000000333", "UNIONPAY");

  private static final int PROVIDER = 10;

  private final PayterSettings.Assumed assumed;
  private final SessionStates states;

  PayterCards(PayterSettings settings, SessionStates states) {
    this.assumed = settings.assumed();
    this.states = states;
  }

  /** Reads the answer of a poll, together with what stood at the terminal meanwhile. */
  CardPoll read(Reply sessions, Reply reply) {
    if (reply.status() == NO_CARD) {
      return new CardPoll.NotYet();
    }
    if (!reply.isOk() || !reply.body().isObject()) {
      return new CardPoll.Unsure(reply.reason());
    }
    return medium(reply.body())
        .<CardPoll>map(
            medium -> new CardPoll.NoBankCard("What was presented is not a bank card: " + medium))
        .orElseGet(() -> new CardPoll.Seen(card(reply.body()), before(sessions)));
  }

  private @Nullable String before(Reply sessions) {
    return SessionsBefore.in(sessions, states::mayHold).orElse(null);
  }

  /** By what name the cloud calls what has no bank; a name that is not known here may be a card. */
  private Optional<String> medium(JsonNode body) {
    return List.of("ifd", "aid").stream()
        .map(field -> body.path(field).asText("").toUpperCase(Locale.ROOT))
        .flatMap(name -> assumed.notBankCards().stream().filter(name::contains))
        .findFirst();
  }

  /** Of the masked number only the last four digits are kept, whatever else it may show. */
  private static Card card(JsonNode body) {
    var masked = body.path("maskedPan").asText(body.path("maskedCardNumber").asText(""));
    var lastFour = masked.substring(Math.max(0, masked.length() - 4));
    return new Card(scheme(body), lastFour.matches("[0-9]{4}") ? lastFour : null);
  }

  private static @Nullable String scheme(JsonNode body) {
    var scheme = body.path("scheme").asText("");
    var aid = body.path("aid").asText("");
    return scheme.matches("[A-Za-z _-]{1,30}")
        ? scheme
        : SCHEMES.get(aid.substring(0, Math.min(PROVIDER, aid.length())));
  }
}
