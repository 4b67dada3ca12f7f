package dev.holdfast.authorization.core;

import dev.holdfast.authorization.core.Authorization.Held;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When to do what nobody asks for. An attempt without a certain answer is asked for once quickly,
 * every minute for five minutes, hourly for a day, daily for seven days, then never: a person must
 * look.
 *
 * @param firstLookUp before the first look-up. It is short and configurable: most unknown outcomes
 *     are a time-out or a restart, and a driver waits; the minutes are for a gateway that is really
 *     down
 * @param expiryNotice how long before a hold's end it is said that the end is near
 */
public record Timetable(Duration firstLookUp, Duration expiryNotice) {
  private static final int QUICK = 1;
  private static final int MINUTES = QUICK + 5;
  private static final int HOURS = MINUTES + 24;
  private static final int DAYS = HOURS + 7;

  /** When something must be said or done about a hold that nobody decides on. */
  Instant nextStepOf(Held held) {
    var end = held.hold().expiresAt();
    return held.expiring() ? end : end.minus(expiryNotice);
  }

  /** How long to wait after so many questions without an answer; empty when it is time to stop. */
  public Optional<Duration> after(int unanswered) {
    if (isExhausted(unanswered)) {
      return Optional.empty();
    }
    if (unanswered <= QUICK) {
      return Optional.of(firstLookUp);
    }
    if (unanswered <= MINUTES) {
      return Optional.of(Duration.ofMinutes(1));
    }
    return Optional.of(unanswered <= HOURS ? Duration.ofHours(1) : Duration.ofDays(1));
  }

  static boolean isExhausted(int unanswered) {
    return unanswered > DAYS;
  }
}
