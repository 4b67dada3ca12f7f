package dev.holdfast.authorization.core;

import dev.holdfast.authorization.core.attempt.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * When to do what nobody asks for.
 *
 * @param firstLookUp before the first look-up. It is short and configurable: most unknown outcomes
 *     are a time-out or a restart, and a driver waits; the minutes are for a gateway that is really
 *     down
 * @param expiryNotice how long before a hold's end it is said that the end is near
 * @param settle how long a call that nobody waits for any more may still be on its way
 * @param grace how long after a driver's time the terminal is kept, and a hold still of use
 * @param watch how long a hold may live that nobody knows of: so long it is looked for
 */
public record Timetable(
    Duration firstLookUp, Duration expiryNotice, Duration settle, Duration grace, Duration watch) {
  private static final int QUICK = 1;
  private static final int MINUTES = QUICK + 5;
  private static final int HOURS = MINUTES + 24;
  private static final int DAYS = HOURS + 7;

  /** While a driver waits. */
  private static final Duration DRIVER_WAITS = Duration.ofSeconds(15);

  /**
   * After the attempt was written, for a hold that may have come of it unseen; then daily. After
   * four minutes drivers have been told, and what is new at a terminal may still be of this call.
   */
  private static final List<Duration> WATCH =
      Stream.of(1, 4, 10, 60).map(Duration::ofMinutes).toList();

  /** Before the hold's end a capture is tried once more whatever the schedule says. */
  private static final List<Duration> BEFORE_END =
      List.of(Duration.ofMinutes(15), Duration.ofMinutes(2));

  /** When something must be said or done about a hold that nobody decides on. */
  Instant nextStepOf(Authorization.Held held) {
    var end = held.hold().expiresAt();
    return held.expiring() ? end : end.minus(expiryNotice);
  }

  /** Has the driver of this tap left for good? */
  boolean isDriverGone(Tap tap, Instant now) {
    return !now.isBefore(tap.cardDeadline().plus(grace));
  }

  /** When to ask for an attempt of this state that is unknown; empty when it is time to stop. */
  public Optional<Instant> nextLookUp(Authorization state, Attempt unknown, Instant now) {
    return switch (state) {
      case Authorization.Authorizing _ -> Optional.of(whileDriverWaits(unknown, now));
      case Authorization.Declined _ -> nextWatch(unknown, now);
      case Authorization.Capturing capturing ->
          after(unknown.unanswered())
              .map(wait -> beforeEnd(capturing.hold().expiresAt(), now.plus(wait), now));
      case Authorization.AwaitingCard _,
          Authorization.GivingUp _,
          Authorization.Held _,
          Authorization.Abandoned _,
          Authorization.Captured _,
          Authorization.Releasing _,
          Authorization.Released _,
          Authorization.Refunding _ ->
          after(unknown.unanswered()).map(now::plus);
    };
  }

  /** Also at the moment from which a look-up that finds nothing is certain. */
  private Instant whileDriverWaits(Attempt unknown, Instant now) {
    var due = now.plus(unknown.unanswered() <= QUICK ? firstLookUp : DRIVER_WAITS);
    return Optional.ofNullable(unknown.unknownSince())
        .map(since -> since.plus(settle))
        .filter(certain -> certain.isAfter(now) && certain.isBefore(due))
        .orElse(due);
  }

  private Optional<Instant> nextWatch(Attempt unknown, Instant now) {
    var days = LongStream.rangeClosed(1, watch.toDays()).mapToObj(Duration::ofDays);
    return Stream.concat(WATCH.stream(), days)
        .filter(age -> age.compareTo(watch) <= 0)
        .map(unknown.at()::plus)
        .filter(now::isBefore)
        .findFirst();
  }

  private static Instant beforeEnd(Instant end, Instant due, Instant now) {
    return BEFORE_END.stream()
        .map(end::minus)
        .filter(last -> last.isAfter(now) && last.isBefore(due))
        .findFirst()
        .orElse(due);
  }

  /**
   * How long to wait after so many questions without an answer: once quickly, every minute for five
   * minutes, hourly for a day, daily for seven days, then never: a person must look.
   */
  private Optional<Duration> after(int unanswered) {
    if (unanswered > DAYS) {
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
}
