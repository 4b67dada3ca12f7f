package dev.holdfast.settlement.core;

import dev.holdfast.settlement.core.payment.Balance;
import dev.holdfast.settlement.core.payment.Close;
import dev.holdfast.settlement.core.payment.Contradictions;
import dev.holdfast.settlement.core.payment.Contradictions.Numbered;
import dev.holdfast.settlement.core.payment.Hold;
import dev.holdfast.settlement.core.payment.Resolution;
import dev.holdfast.settlement.core.payment.Session;
import dev.holdfast.settlement.core.payment.Settlement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a session is once a person has decided about it. */
final class Resolving {
  private Resolving() {}

  /** As it was, where that cannot be decided. */
  static @Nullable Session session(Settlement before, Command.Resolved resolved) {
    Session known = before.session();
    if (!PossibleChoices.of(before).contains(resolved.choice())) {
      return known;
    }
    // Of a session that nobody has told of, the payment is the name.
    Session about = known == null ? Session.named(before.reference().text(), null) : known;
    Hold hold = before.hold();
    Optional<Numbered> ended = PossibleChoices.contradiction(before, resolved);
    Resolution resolution = resolution(about, hold, resolved, ended);
    return switch (resolved.choice()) {
      case WRITE_OFF -> writeOff(about, hold, resolution);
      case RETRY -> about.with(about.disputes(), resolution);
      case GOODWILL -> about;
      case REFUND -> hold == null ? known : free(about, hold, resolution);
      case ACCEPT_FIRST, ACCEPT_SECOND ->
          ended
              .map(one -> Contradictions.decide(about, one.contradiction(), resolution))
              .orElse(about);
    };
  }

  private static Resolution resolution(
      Session about, @Nullable Hold hold, Command.Resolved resolved, Optional<Numbered> ended) {
    Close latest = about.latest();
    return new Resolution(
        resolved.choice(),
        resolved.word(),
        latest == null ? null : latest.revision(),
        hold == null ? null : hold.version(),
        hold == null ? 0 : hold.moves().refunds().size(),
        ended.map(Numbered::number).orElse(null));
  }

  /** Goodwill that is not paid is given up by itself: what the price is off by still stands. */
  private static Session writeOff(Session about, @Nullable Hold hold, Resolution resolution) {
    Close latest = about.latest();
    if (hold == null
        || latest == null
        || !Balance.of(hold, about, latest).goodwill().isPositive()) {
      return about.with(about.disputes(), resolution);
    }
    var ofNoRevision =
        new Resolution(
            resolution.choice(),
            resolution.word(),
            null,
            resolution.holdVersion(),
            resolution.refunds(),
            null);
    return about.withGoodwillGivenUp(resolution.refunds(), ofNoRevision);
  }

  /** A person says the first close: it costs nothing. */
  private static Session free(Session about, Hold hold, Resolution resolution) {
    Instant at = resolution.word().at();
    Instant startedAt = about.startedAt();
    var charging = new Close.Charging("", startedAt == null ? at : startedAt, at, 0);
    var nothing = new Close.Price(hold.zero(), List.of());
    return about
        .with(about.disputes(), resolution)
        .withClose(new Close(about.id(), 1, charging, nothing, at));
  }
}
