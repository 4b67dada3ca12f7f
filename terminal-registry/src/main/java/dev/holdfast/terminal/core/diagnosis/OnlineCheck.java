package dev.holdfast.terminal.core.diagnosis;

import dev.holdfast.terminal.core.Reason.Actor;
import dev.holdfast.terminal.core.diagnosis.Check.Remedy;
import dev.holdfast.terminal.core.vendor.CloudAnswer.Seen;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether the terminal can be reached: being offline for a moment is nothing.
 *
 * @param chargerId the charger that it is on; null where it is on none
 * @param patience how long it may be offline before that is worth a warning
 */
record OnlineCheck(String serial, @Nullable String chargerId, Clouds clouds, Duration patience) {
  Check isOnline(Instant now) {
    return clouds
        .seen()
        .map(seen -> isOnline(seen, now))
        .orElseGet(() -> Check.unknown(Question.ONLINE, clouds.oursSays()));
  }

  private Check isOnline(Seen seen, Instant now) {
    if (!isRecent(seen.at(), now)) {
      return Check.unknown(
          Question.ONLINE,
          "nothing was heard of it for %s: %s".formatted(Words.span(patience), clouds.oursSays()),
          seen.at());
    }
    return seen.online()
        ? Check.pass(Question.ONLINE, "online, state " + seen.state(), seen.at())
        : offline(seen, clouds.ours().lastOnlineAt(), now);
  }

  private Check offline(Seen seen, @Nullable Instant last, Instant now) {
    if (last != null && isRecent(last, now)) {
      return Check.pass(
          Question.ONLINE,
          "offline, but was online less than %s ago".formatted(Words.span(patience)),
          last);
    }
    var evidence =
        last == null
            ? "offline, and never seen online"
            : "offline for %s or more: last seen online at %s"
                .formatted(Words.span(patience), Words.time(last));
    var where = chargerId == null ? "" : " at charger " + chargerId;
    return Check.warn(
        Question.ONLINE,
        evidence,
        seen.at(),
        new Remedy(
            Actor.CPO,
            "Check power and network of terminal %s%s: while it is offline it takes no card."
                .formatted(serial, where)));
  }

  private boolean isRecent(Instant at, Instant now) {
    return at.plus(patience).isAfter(now);
  }
}
