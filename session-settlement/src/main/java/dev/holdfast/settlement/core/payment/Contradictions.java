package dev.holdfast.settlement.core.payment;

import static dev.holdfast.settlement.core.payment.AttentionReason.CONFLICTING_CLOSE;
import static dev.holdfast.settlement.core.payment.AttentionReason.SECOND_SESSION;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Ends the oldest open contradiction of a session, for or against what came first. */
public final class Contradictions {
  private Contradictions() {}

  /** The session after a person has decided about it. */
  public static Session resolve(Session session, Resolution resolution) {
    Session resolved = session.with(resolution);
    return switch (resolution.choice()) {
      case ACCEPT_FIRST -> acceptFirst(resolved);
      case ACCEPT_SECOND -> acceptSecond(resolved);
      case WRITE_OFF, RETRY -> resolved;
    };
  }

  /** The other is void: all that is known of another session, or that one content. */
  private static Session acceptFirst(Session session) {
    Contradiction refused = session.openContradictions().getFirst();
    List<Contradiction> contradictions =
        session.disputes().stream()
            .map(contradiction ->
                isOneOf(contradiction, refused) ? contradiction.decided() : contradiction)
            .toList();
    return with(session, contradictions);
  }

  /** The other stands, and what came first is void from now on. */
  private static Session acceptSecond(Session session) {
    Contradiction accepted = session.openContradictions().getFirst();
    Close close = accepted.close();
    return accepted.reason() == SECOND_SESSION || close == null
        ? take(session, accepted)
        : swap(session, accepted, close);
  }

  /** The contents of a revision change places. */
  private static Session swap(Session session, Contradiction accepted, Close close) {
    var closes = new ArrayList<Close>();
    var contradictions = new ArrayList<Contradiction>(session.disputes());
    for (Close known : session.closes()) {
      boolean isVoid = known.revision() == close.revision();
      closes.add(isVoid ? close : known);
      if (isVoid) {
        contradictions.set(
            contradictions.indexOf(accepted),
            new Contradiction(CONFLICTING_CLOSE, session.id(), known, true));
      }
    }
    return new Session(session.id(), null, closes, contradictions, session.resolutions());
  }

  /** The other session takes the place of the first, with all that is known of it. */
  private static Session take(Session session, Contradiction accepted) {
    var others = new ArrayList<Contradiction>();
    others.add(new Contradiction(SECOND_SESSION, session.id(), session.latest(), true));
    session.disputes().stream()
        .filter(contradiction -> !isOneOf(contradiction, accepted))
        .map(contradiction ->
            contradiction.sessionId().equals(session.id())
                ? contradiction.decided()
                : contradiction)
        .forEach(others::add);
    var taken = new Session(accepted.sessionId(), null, List.of(), others, session.resolutions());
    for (Contradiction contradiction : session.disputes()) {
      if (isOneOf(contradiction, accepted) && contradiction.close() != null) {
        taken = taken.withClose(Objects.requireNonNull(contradiction.close()));
      }
    }
    return taken;
  }

  private static boolean isOneOf(Contradiction contradiction, Contradiction decided) {
    return decided.reason() == SECOND_SESSION
        ? contradiction.reason() == SECOND_SESSION
            && contradiction.sessionId().equals(decided.sessionId())
        : contradiction.equals(decided);
  }

  private static Session with(Session session, List<Contradiction> contradictions) {
    return new Session(
        session.id(), session.startedAt(), session.closes(), contradictions, session.resolutions());
  }
}
