package dev.holdfast.simulator.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A card as it is kept at a reader. */
final class CardText {
  private CardText() {}

  static ObjectNode of(Card card) {
    var text = Json.object().put("bank", card.bankOrDefault().name());
    text.put("declineCode", card.declineCode()).put("captureBefore", card.captureBefore());
    return text.put("brand", card.brand()).put("lastFour", card.lastFour());
  }

  static Card card(JsonNode text) {
    return Json.parse(text.toString(), Card.class);
  }
}
