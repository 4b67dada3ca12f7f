package dev.holdfast.simulator.payter;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the cloud posts to the URL that the start named. */
sealed interface Callback {

  /** False when nobody waits for it any more. */
  boolean isWanted(Terminal terminal);

  /** The body that is posted. */
  Map<String, Object> body(String serial, Dialect dialect);

  /** The terminal has read a card for the start. */
  record CardRead(String cardId, Card card) implements Callback {
    @Override
    public boolean isWanted(Terminal terminal) {
      return terminal.latestStartRead(cardId);
    }

    @Override
    public Map<String, Object> body(String serial, Dialect dialect) {
      return named("CARD_READ", CardView.of(serial, cardId, card, dialect), dialect);
    }
  }

  /** What was accepted while the terminal was offline has been carried out, or refused. */
  record SessionUpdated(CardSession session) implements Callback {
    @Override
    public boolean isWanted(Terminal terminal) {
      return true;
    }

    @Override
    public Map<String, Object> body(String serial, Dialect dialect) {
      Map<String, Object> view = SessionView.of(serial, session, dialect);
      return switch (dialect.names()) {
        case MASKED_PAN ->
            session.refusal() == null
                ? Map.of("session", view)
                : Map.of("session", view, "error", session.refusal());
        case MASKED_CARD_NUMBER -> named("SESSION_UPDATED", view, dialect);
      };
    }
  }

  private static Map<String, Object> named(
      String event, Map<String, Object> view, Dialect dialect) {
    return switch (dialect.names()) {
      case MASKED_PAN -> view;
      case MASKED_CARD_NUMBER -> {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("event", event);
        body.putAll(view);
        yield body;
      }
    };
  }
}
