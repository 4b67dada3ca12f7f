package dev.holdfast.settlement.kafka.consume;

import dev.holdfast.delivery.Unacceptable;
import dev.holdfast.settlement.core.payment.Close;
import dev.holdfast.settlement.core.payment.Reference;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The times of a session, held against the time of its payment, which the reference tells, and
 * against now. A producer that counts in another unit than microseconds names a time that no clock
 * can have shown, and what is decided by such a time is decided wrongly.
 */
@ApplicationScoped
class SessionTimes {
  /** Of a payment whose reference tells no time: before any was made here. */
  private static final Instant FIRST_PAYMENT = Instant.parse("2020-01-01T00:00:00Z");

  private final Duration clockSkew;
  private final Duration longest;
  private final Clock clock;

  /** What a clock can have shown. */
  @ConfigMapping(prefix = "holdfast.session")
  interface Settings {
    /** How far the clocks of those who publish sessions may be off. */
    @WithDefault("24h")
    Duration clockSkew();

    /** From the tap, or the start, to the stop. */
    @WithDefault("31d")
    Duration longest();
  }

  SessionTimes(Settings settings, Clock clock) {
    this.clockSkew = settings.clockSkew();
    this.longest = settings.longest();
    this.clock = clock;
  }

  /**
   * Looks at when a session began.
   *
   * @throws Unacceptable if it cannot have begun then
   */
  void started(Reference reference, Instant startedAt) {
    ofSession(reference).mustHold("startedAt", startedAt);
  }

  /**
   * Looks at all times of a close.
   *
   * @throws Unacceptable if one of them cannot have been
   */
  void closed(Reference reference, Close close) {
    Window session = ofSession(reference);
    Instant startedAt = close.charging().startedAt();
    Instant stoppedAt = close.charging().stoppedAt();
    session.mustHold("startedAt", startedAt);
    session.mustHold("stoppedAt", stoppedAt);
    var lasted = Duration.between(startedAt, stoppedAt);
    if (lasted.compareTo(longest) > 0) {
      throw new Unacceptable(
          "stoppedAt: %s is %d hours after startedAt, and no session lasts longer than %d; send when the car stopped charging"
              .formatted(stoppedAt, lasted.toHours(), longest.toHours()));
    }
    // A correction may come long after its session, but not from the future.
    new Window(stoppedAt.minus(clockSkew), clock.instant().plus(clockSkew))
        .mustHold("closedAt", close.closedAt());
  }

  private Window ofSession(Reference reference) {
    Instant now = clock.instant().plus(clockSkew);
    Instant tappedAt = reference.tappedAt();
    if (tappedAt.equals(Instant.EPOCH)) {
      return new Window(FIRST_PAYMENT, now);
    }
    if (tappedAt.isAfter(now)) {
      throw new Unacceptable(
          "reference: %s says that its payment began at %s, which is still to come; send the reference of a payment"
              .formatted(reference.text(), tappedAt));
    }
    Instant end = tappedAt.plus(longest).plus(clockSkew);
    return new Window(tappedAt.minus(clockSkew), end.isBefore(now) ? end : now);
  }

  /** Both ends are possible. */
  private record Window(Instant from, Instant to) {
    boolean holds(Instant time) {
      return !time.isBefore(from) && !time.isAfter(to);
    }

    void mustHold(String field, Instant time) {
      if (!holds(time)) {
        throw new Unacceptable(
            "%s: %s cannot be, for it is not between %s and %s%s; send microseconds since 1970 by a clock that is right"
                .formatted(field, time, from, to, hint(time)));
      }
    }

    private String hint(Instant time) {
      for (Unit unit : Unit.values()) {
        Instant meant = unit.meant(time);
        if (meant != null && holds(meant)) {
          return ": taken as %s it would be %s".formatted(unit.words, meant);
        }
      }
      return "";
    }
  }

  /** What producers count in where microseconds are asked for. */
  private enum Unit {
    SECONDS("seconds", 1_000_000),
    MILLISECONDS("milliseconds", 1_000),
    NANOSECONDS("nanoseconds", -1_000);

    private final String words;
    private final long factor;

    Unit(String words, long factor) {
      this.words = words;
      this.factor = factor;
    }

    /** The time that was meant; null where none can have been. */
    @Nullable Instant meant(Instant time) {
      var counted = Duration.between(Instant.EPOCH, time);
      if (factor < 0) {
        return Instant.EPOCH.plus(counted.dividedBy(-factor));
      }
      // Any number of a smaller unit reads as a time soon after 1970.
      boolean isEarly = !counted.isNegative() && counted.compareTo(Duration.ofDays(3_650)) < 0;
      return isEarly ? Instant.EPOCH.plus(counted.multipliedBy(factor)) : null;
    }
  }
}
