package dev.holdfast.settlement.core;

import dev.holdfast.settlement.core.payment.AttentionReason;
import dev.holdfast.settlement.core.payment.Close;
import dev.holdfast.settlement.core.payment.Hold;
import dev.holdfast.settlement.core.payment.Outcome;
import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.core.payment.Resolution;
import dev.holdfast.settlement.core.payment.Session;
import dev.holdfast.settlement.core.payment.Settlement;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The decision table. A settlement is judged by what is known, never by how it came to be known: so
 * any order of arrival, and any duplicate, ends in the same state and the same journal.
 */
public final class Rules {
  private final CapturePlan capturePlan;

  /** With the smallest amounts that the gateways take, and what card schemes allow. */
  public Rules(SmallestAmounts smallestAmounts, SchemeRules schemeRules) {
    this.capturePlan = new CapturePlan(smallestAmounts, schemeRules);
  }

  /** The settlement (null: none yet) after the command; empty when that says nothing new. */
  public Optional<Decision> decide(@Nullable Settlement before, Command command) {
    Hold knownHold = before == null ? null : before.hold();
    Session knownSession = before == null ? null : before.session();
    Hold hold = hold(knownHold, command);
    Session session = session(before, knownSession, command);
    boolean overdue = command instanceof Command.Overdue && isMissable(before);
    if (!overdue && Objects.equals(hold, knownHold) && Objects.equals(session, knownSession)) {
      return Optional.empty();
    }
    long version = before == null ? 1 : before.version() + 1;
    boolean waitsAnew = isRetry(command) || isOver(hold) != isOver(knownHold);
    boolean missed = overdue || (Deadline.isMissed(before) && !waitsAnew);
    Settlement after =
        overdue && hold != null
            ? overdue(Objects.requireNonNull(before), version, hold)
            : judge(command.reference(), version, hold, session, missed);
    var change = Change.of(standsElsewhere(before, after), after, command);
    return Optional.of(new Decision(after, change));
  }

  private static @Nullable Hold hold(@Nullable Hold known, Command command) {
    return switch (command) {
      case Command.HoldChanged(var ref, Hold hold) when known == null || hold.supersedes(known) ->
          hold;
      case Command.HoldChanged stale -> known;
      case Command.HoldPending pending -> known;
      case Command.SessionStarted started -> known;
      case Command.SessionClosed closed -> known;
      case Command.SessionElsewhere elsewhere -> known;
      case Command.OfPerson said -> known;
      case Command.Overdue overdue -> known;
    };
  }

  private static @Nullable Session session(
      @Nullable Settlement before, @Nullable Session known, Command command) {
    return switch (command) {
      case Command.SessionStarted(var ref, var id, var at) ->
          known == null ? Session.named(id, at) : known.withStart(id);
      case Command.SessionClosed(var ref, Close close) ->
          (known == null ? Session.named(close.sessionId(), null) : known).withClose(close);
      case Command.SessionElsewhere(var ref, var id, var elsewhere) ->
          (known == null ? Session.named(id, null) : known).withElsewhere(elsewhere);
      case Command.HoldPending pending -> known;
      case Command.HoldChanged changed -> known;
      case Command.Overdue overdue -> known;
      case Command.RefundAsked asked -> Refunding.session(before, asked);
      case Command.RefundRuled ruled -> Refunding.session(before, ruled);
      case Command.Resolved resolved ->
          before == null ? known : Resolving.session(before, resolved);
    };
  }

  /** What becomes of what has waited for too long. */
  private Settlement overdue(Settlement before, long version, Hold hold) {
    Reference reference = before.reference();
    Session session = before.session();
    return switch (before) {
      case Settlement.Decided decided -> notExecuted(reference, version, hold, session);
      case Settlement.Correcting correcting -> notExecuted(reference, version, hold, session);
      case Settlement.Attention attention ->
          new Settlement.Decided(
              reference, version, hold, session, capturePlan.undisputed(attention, hold));
      case Settlement.AwaitingHold waiting -> judge(reference, version, hold, session, true);
      case Settlement.AwaitingSession waiting -> judge(reference, version, hold, session, true);
      case Settlement.Settled settled -> settled;
    };
  }

  private static Settlement notExecuted(
      Reference reference, long version, Hold hold, @Nullable Session session) {
    return new Settlement.Attention(
        reference, version, hold, session, AttentionReason.NOT_EXECUTED);
  }

  private Settlement judge(
      Reference reference,
      long version,
      @Nullable Hold hold,
      @Nullable Session session,
      boolean missed) {
    if (session != null && !session.openContradictions().isEmpty()) {
      AttentionReason reason = session.openContradictions().getFirst().reason();
      return new Settlement.Attention(reference, version, hold, session, reason);
    }
    if (hold == null) {
      Session alone = Objects.requireNonNull(session);
      return missed
          ? new Settlement.Attention(
              reference, version, null, alone, AttentionReason.NO_AUTHORIZATION)
          : new Settlement.AwaitingHold(reference, version, alone);
    }
    if (missed && !hold.isOver() && (session == null || session.latest() == null)) {
      return new Settlement.Decided(reference, version, hold, session, CapturePlan.release(hold));
    }
    Close close = session == null ? null : session.latest();
    return session == null || close == null
        ? withoutClose(reference, version, hold, session, missed)
        : new Joined(reference, version, hold, session, capturePlan).judge(close);
  }

  /** A hold that ended before any session was heard of is done; a close that comes still counts. */
  private static Settlement withoutClose(
      Reference reference, long version, Hold hold, @Nullable Session session, boolean missed) {
    boolean captured = hold.standing() == Hold.Standing.CAPTURED;
    if (session == null && hold.isOver() && !captured) {
      var result = new Settlement.Result(Outcome.NOTHING_DUE, hold.zero());
      return new Settlement.Settled(reference, version, hold, null, result);
    }
    var reason = captured ? AttentionReason.CAPTURED_WITHOUT_SESSION : AttentionReason.NOT_BILLED;
    return missed
        ? new Settlement.Attention(reference, version, hold, session, reason)
        : new Settlement.AwaitingSession(reference, version, hold, session);
  }

  private static boolean isMissable(@Nullable Settlement before) {
    return before != null && Deadline.isMissable(before);
  }

  /** Once a hold is over, its session has time to close, whatever was missed before. */
  private static boolean isOver(@Nullable Hold hold) {
    return hold != null && hold.isOver();
  }

  /** Who tries again waits anew. */
  private static boolean isRetry(Command command) {
    return command instanceof Command.Resolved(var ref, var choice, var number, var word)
        && choice == Resolution.Choice.RETRY;
  }

  private static boolean standsElsewhere(@Nullable Settlement before, Settlement after) {
    return before == null
        || before.status() != after.status()
        || !before.plan().equals(after.plan());
  }
}
