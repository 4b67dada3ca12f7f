package dev.holdfast.simulator.payter;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * What the cloud posts to the URL that the start named. Assumed: the fields of both, that the end
 * of a session is told at all, and that it goes to the URL of the session's start. Seen is only
 * that the card is reported to a callback URL.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Callback.CardRead.class, name = "CARD_READ"),
  @JsonSubTypes.Type(value = Callback.SessionUpdated.class, name = "SESSION_UPDATED")
})
sealed interface Callback {

  /** False when nobody waits for it any more. */
  boolean isWanted(Terminal terminal);

  /** The terminal has read a card for the start. */
  record CardRead(String serialNumber, String cardId, String scheme, String maskedCardNumber)
      implements Callback {
    @Override
    public boolean isWanted(Terminal terminal) {
      return terminal.latestStartRead(cardId);
    }
  }

  /** What was accepted while the terminal was offline has been carried out, or refused. */
  record SessionUpdated(
      String serialNumber, String sessionId, String reference, CardSession.State state)
      implements Callback {
    @Override
    public boolean isWanted(Terminal terminal) {
      return true;
    }
  }
}
