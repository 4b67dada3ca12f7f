package dev.holdfast.authorization.payter;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;

/** Reads how a session stands, by the words that the settings give for it. */
@ApplicationScoped
class SessionStates {
  private final Map<Standing, Set<String>> words;

  SessionStates(PayterSettings settings) {
    var assumed = settings.assumed();
    words =
        Map.of(
            Standing.HELD, assumed.heldStates(),
            Standing.TAKEN, assumed.takenStates(),
            Standing.CANCELLED, assumed.cancelledStates(),
            Standing.DECLINED, assumed.declinedStates());
  }

  /** How a session stands; in a state that is not known here, or not shown, it may hold money. */
  enum Standing {
    HELD,
    TAKEN,
    CANCELLED,
    DECLINED,
    STRANGE,
    NOT_SHOWN
  }

  Standing of(JsonNode session) {
    var state = word(session);
    return state.isEmpty()
        ? Standing.NOT_SHOWN
        : words.entrySet().stream()
            .filter(each -> each.getValue().contains(state))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(Standing.STRANGE);
  }

  boolean mayHold(JsonNode session) {
    return switch (of(session)) {
      case HELD, STRANGE, NOT_SHOWN -> true;
      case TAKEN, CANCELLED, DECLINED -> false;
    };
  }

  /** The state as the cloud calls it. */
  static String word(JsonNode session) {
    return Fields.text(session, "state");
  }
}
