package dev.holdfast.settlement.core.payment;

import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Any state laid flat, as rows, topics and REST show it: the session's part and the hold's. */
public record Overview(SessionPart session, HoldPart hold, List<Rung> plan, Verdict verdict) {

  /** All null until a session, and its close, is known; no taxes either. */
  public record SessionPart(
      @Nullable String id, @Nullable Integer revision, @Nullable Money total, List<Tax> taxes) {}

  /** The amounts that moved are null until the hold is over, so that nobody books them early. */
  public record HoldPart(
      @Nullable Long authorizationVersion,
      @Nullable String cpoId,
      @Nullable Money authorized,
      @Nullable Moved moved) {}

  /** What was taken, given back, and paid back, and what of the last is goodwill. */
  public record Moved(Money captured, Money released, Money refunded, Money goodwill) {}

  /** All but the reason are null until settled; that says why not all was paid, or who decided. */
  public record Verdict(
      @Nullable Outcome outcome,
      @Nullable Money shortfall,
      @Nullable Money writtenOff,
      @Nullable String reason) {}

  /** Lays a state flat. */
  public static Overview of(Settlement settlement) {
    return new Overview(
        session(settlement.session()),
        hold(settlement.hold(), settlement.session()),
        settlement.plan(),
        verdict(settlement));
  }

  private static SessionPart session(@Nullable Session session) {
    if (session == null) {
      return new SessionPart(null, null, null, List.of());
    }
    Optional<Close> latest = Optional.ofNullable(session.latest());
    return new SessionPart(
        session.current(),
        latest.map(Close::revision).orElse(null),
        latest.map(Close::total).orElse(null),
        latest.map(close -> close.price().taxes()).orElse(List.of()));
  }

  private static HoldPart hold(@Nullable Hold hold, @Nullable Session session) {
    if (hold == null) {
      return new HoldPart(null, null, null, null);
    }
    Moved moved =
        hold.isOver()
            ? new Moved(hold.captured(), hold.released(), hold.refunded(), goodwill(hold, session))
            : null;
    return new HoldPart(hold.version(), hold.grant().cpoId(), hold.authorized(), moved);
  }

  private static Money goodwill(Hold hold, @Nullable Session session) {
    Close latest = session == null ? null : session.latest();
    return session == null || latest == null
        ? hold.zero()
        : PaidBack.of(hold, session.goodwill(), latest).asGoodwill(hold);
  }

  private static Verdict verdict(Settlement settlement) {
    return switch (settlement) {
      case Settlement.Settled(var ref, var version, Hold hold, var session, var result) -> {
        String decided = decided(session);
        yield new Verdict(
            result.outcome(),
            result.shortfall(),
            result.writtenOff(),
            decided == null ? hold.reason() : decided);
      }
      case Settlement.Attention attention -> open(attention.reason().name());
      case Settlement.AwaitingSession waiting -> open(decided(waiting.session()));
      case Settlement.AwaitingHold waiting -> open(decided(waiting.session()));
      case Settlement.Decided decided -> open(decided(decided.session()));
      case Settlement.Correcting correcting -> open(decided(correcting.session()));
    };
  }

  private static Verdict open(@Nullable String reason) {
    return new Verdict(null, null, null, reason);
  }

  private static @Nullable String decided(@Nullable Session session) {
    return session == null || session.resolutions().isEmpty()
        ? null
        : session.resolutions().getLast().text();
  }
}
