package dev.holdfast.simulator.payter;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the cloud tells of a session. */
final class SessionView {
  private SessionView() {}

  static Map<String, Object> of(String serial, CardSession session, Dialect dialect) {
    Opening opening = session.opening();
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("sessionId", session.names().sessionId());
    view.put("serialNumber", serial);
    view.put("state", state(session, dialect));
    view.put("authorizedAmount", amount(session, dialect));
    view.put("committedAmount", session.committedAmount());
    view.put("authorizationCode", opening.authorizationCode());
    view.putAll(CardView.names(opening.card(), dialect));
    if (dialect.honoursReference()) {
      view.put("reference", session.names().reference());
    }
    if (dialect.showsConfirmed()) {
      view.put("confirmed", session.waiting() == null);
    }
    if (dialect.showsRefusal() && session.refusal() != null) {
      view.put("refusal", session.refusal());
    }
    if (dialect.showsExpiry() && opening.expiresAt() != null) {
      view.put("expiresAt", opening.expiresAt());
    }
    if (dialect.refunds()) {
      view.put("refundedAmount", session.refundedAmount());
      view.put("refunds", session.refunds());
    }
    return view;
  }

  private static long amount(CardSession session, Dialect dialect) {
    return session.state() == CardSession.State.DECLINED && dialect.declinedShowsAsked()
        ? session.opening().asked()
        : session.opening().authorizedAmount();
  }

  private static String state(CardSession session, Dialect dialect) {
    return session.state() == CardSession.State.DECLINED
        ? dialect.declinedState()
        : session.state().name();
  }
}
