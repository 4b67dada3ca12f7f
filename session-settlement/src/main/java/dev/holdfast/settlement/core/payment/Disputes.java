package dev.holdfast.settlement.core.payment;

import static dev.holdfast.settlement.core.payment.AttentionReason.CONFLICTING_CLOSE;
import static dev.holdfast.settlement.core.payment.AttentionReason.SECOND_SESSION;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Ends the oldest open dispute of a session, for or against what came first. */
public final class Disputes {
  private Disputes() {}

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
    Dispute refused = session.openDisputes().getFirst();
    List<Dispute> disputes =
        session.disputes().stream()
            .map(dispute -> isOneOf(dispute, refused) ? dispute.decided() : dispute)
            .toList();
    return with(session, disputes);
  }

  /** The other stands, and what came first is void from now on. */
  private static Session acceptSecond(Session session) {
    Dispute accepted = session.openDisputes().getFirst();
    Close close = accepted.close();
    return accepted.reason() == SECOND_SESSION || close == null
        ? take(session, accepted)
        : swap(session, accepted, close);
  }

  /** The contents of a revision change places. */
  private static Session swap(Session session, Dispute accepted, Close close) {
    List<Close> closes = new ArrayList<>();
    List<Dispute> disputes = new ArrayList<>(session.disputes());
    for (Close known : session.closes()) {
      boolean isVoid = known.revision() == close.revision();
      closes.add(isVoid ? close : known);
      if (isVoid) {
        disputes.set(
            disputes.indexOf(accepted), new Dispute(CONFLICTING_CLOSE, session.id(), known, true));
      }
    }
    return new Session(session.id(), null, closes, disputes, session.resolutions());
  }

  /** The other session takes the place of the first, with all that is known of it. */
  private static Session take(Session session, Dispute accepted) {
    List<Dispute> others = new ArrayList<>();
    others.add(new Dispute(SECOND_SESSION, session.id(), session.latest(), true));
    session.disputes().stream()
        .filter(dispute -> !isOneOf(dispute, accepted))
        .map(dispute -> dispute.sessionId().equals(session.id()) ? dispute.decided() : dispute)
        .forEach(others::add);
    Session taken =
        new Session(accepted.sessionId(), null, List.of(), others, session.resolutions());
    for (Dispute dispute : session.disputes()) {
      if (isOneOf(dispute, accepted) && dispute.close() != null) {
        taken = taken.withClose(Objects.requireNonNull(dispute.close()));
      }
    }
    return taken;
  }

  private static boolean isOneOf(Dispute dispute, Dispute decided) {
    return decided.reason() == SECOND_SESSION
        ? dispute.reason() == SECOND_SESSION && dispute.sessionId().equals(decided.sessionId())
        : dispute.equals(decided);
  }

  private static Session with(Session session, List<Dispute> disputes) {
    return new Session(
        session.id(), session.startedAt(), session.closes(), disputes, session.resolutions());
  }
}
