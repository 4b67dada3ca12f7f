package dev.holdfast.simulator.payter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the cloud tells of a card, at the long poll and to the callback URL. */
final class CardView {
  private CardView() {}

  /** A card that this terminal has read. */
  static Map<String, Object> of(String serial, String cardId, Card card, Dialect dialect) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("serialNumber", serial);
    view.put("cardId", cardId);
    view.putAll(names(card, dialect));
    if (dialect.names() == Dialect.Names.MASKED_PAN) {
      // Sessions of this card that are still open, for "tap to stop": nobody here stops so.
      view.put("sessions", List.of());
    }
    return view;
  }

  /** What cards and sessions have in common. */
  static Map<String, Object> names(Card card, Dialect dialect) {
    return switch (dialect.names()) {
      case MASKED_PAN ->
          card.medium() == Medium.CONTACTLESS
              ? Map.of(
                  "ifd",
                  card.medium().name(),
                  "aid",
                  aid(card.scheme()),
                  "maskedPan",
                  card.maskedNumber())
              : Map.of("ifd", card.medium().name(), "aid", "");
      case MASKED_CARD_NUMBER ->
          Map.of("scheme", card.scheme(), "maskedCardNumber", card.maskedNumber());
    };
  }

  /** The application on the card's chip, as EMV numbers them. */
  private static String aid(String scheme) {
    return switch (scheme) {
      case "VISA" -> "A0000000031010";
      case "MASTERCARD" -> "A0000000041010";
      case "MAESTRO" -> "A0000000043060";
      case "AMEX" -> "A000000025010801";
      default -> "";
    };
  }
}
