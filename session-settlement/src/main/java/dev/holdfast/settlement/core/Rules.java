package dev.holdfast.settlement.core;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The decision table. A settlement is judged by what is known, never by how it came to be known: so
 * any order of arrival, and any duplicate, ends in the same state and the same journal.
 */
public final class Rules {
  private final SmallestAmounts smallestAmounts;

  /** With the smallest amounts that the gateways take. */
  public Rules(SmallestAmounts smallestAmounts) {
    this.smallestAmounts = smallestAmounts;
  }

  /** The settlement (null: none yet) after the command; empty when that says nothing new. */
  public Optional<Step> apply(@Nullable Settlement before, Command command) {
    Hold knownHold = before == null ? null : before.hold();
    Session knownSession = before == null ? null : before.session();
    Hold hold = hold(knownHold, command);
    Session session = session(before, knownSession, command);
    if (Objects.equals(hold, knownHold) && Objects.equals(session, knownSession)) {
      return Optional.empty();
    }
    long version = before == null ? 1 : before.version() + 1;
    Settlement after = judge(command.reference(), version, hold, session);
    Change change = Change.of(standsElsewhere(before, after), after, command);
    return Optional.of(new Step(after, change, Journal.between(before, after)));
  }

  private static @Nullable Hold hold(@Nullable Hold known, Command command) {
    return switch (command) {
      case Command.HoldChanged(var ref, Hold hold) when known == null || hold.supersedes(known) ->
          hold;
      case Command.HoldChanged stale -> known;
      case Command.HoldPending pending -> known;
      case Command.SessionStarted started -> known;
      case Command.SessionClosed closed -> known;
      case Command.Resolved resolved -> known;
    };
  }

  private static @Nullable Session session(
      @Nullable Settlement before, @Nullable Session known, Command command) {
    return switch (command) {
      case Command.SessionStarted(var ref, var id, var at) ->
          known == null ? Session.started(id, at) : known.withStart(id);
      case Command.SessionClosed(var ref, Close close) ->
          known == null ? Session.closed(close) : known.withClose(close);
      case Command.HoldPending pending -> known;
      case Command.HoldChanged changed -> known;
      case Command.Resolved resolved ->
          before == null || known == null ? known : resolve(before, known, resolved);
    };
  }

  private static Session resolve(Settlement before, Session known, Command.Resolved resolved) {
    if (!Resolution.possible(before).contains(resolved.choice())) {
      return known;
    }
    Close latest = known.latest();
    Hold hold = before.hold();
    Integer revision = latest == null ? null : latest.revision();
    Long holdVersion = hold == null ? null : hold.version();
    return known.with(new Resolution(resolved.choice(), resolved.word(), revision, holdVersion));
  }

  private Settlement judge(
      Reference reference, long version, @Nullable Hold hold, @Nullable Session session) {
    if (session != null && !session.openDisputes().isEmpty()) {
      AttentionReason reason = session.openDisputes().getFirst().reason();
      return new Settlement.Attention(reference, version, hold, session, reason);
    }
    if (hold == null) {
      return new Settlement.AwaitingHold(reference, version, Objects.requireNonNull(session));
    }
    if (session == null) {
      return withoutSession(reference, version, hold);
    }
    Close close = session.latest();
    return close == null
        ? new Settlement.AwaitingSession(reference, version, hold, session)
        : new Joined(reference, version, hold, session, smallestAmounts).judge(close);
  }

  /** A hold that ended before any session was heard of is done; a close that comes still counts. */
  private static Settlement withoutSession(Reference reference, long version, Hold hold) {
    return switch (hold.standing()) {
      case HELD, CAPTURED -> new Settlement.AwaitingSession(reference, version, hold, null);
      case CAPTURE_FAILED, RELEASED, EXPIRED, DECLINED, ABANDONED ->
          new Settlement.Settled(
              reference,
              version,
              hold,
              null,
              new Settlement.Result(Outcome.NOTHING_DUE, hold.zero()));
    };
  }

  private static boolean standsElsewhere(@Nullable Settlement before, Settlement after) {
    return before == null
        || before.status() != after.status()
        || !before.plan().equals(after.plan());
  }
}
