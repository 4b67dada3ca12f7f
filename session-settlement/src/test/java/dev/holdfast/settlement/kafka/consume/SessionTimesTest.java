package dev.holdfast.settlement.kafka.consume;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.delivery.Unacceptable;
import dev.holdfast.settlement.Records;
import dev.holdfast.settlement.core.payment.Close;
import dev.holdfast.settlement.core.payment.Reference;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Times of sessions, as clocks show them and as they come from producers that count otherwise. */
class SessionTimesTest {
  /** Long ago, so that the longest session has ended by now. */
  private static final Instant TAP = Instant.parse("2026-05-04T12:00:00.123Z");

  private static final Reference REFERENCE = reference(TAP);
  private static final Reference TIMELESS = new Reference(UUID.randomUUID());
  private static final SessionTimes TIMES =
      new SessionTimes(new Given(Duration.ofHours(24), Duration.ofDays(31)), Clock.systemUTC());

  /** Settings as a deployment may have them. */
  record Given(Duration clockSkew, Duration longest) implements SessionTimes.Settings {}

  @Test
  void takesWhatClocksShow() {
    takes(REFERENCE, TAP, TAP.plusSeconds(3600), TAP.plusSeconds(3605));
    // Clocks that are a day off, and the longest session.
    takes(REFERENCE, hours(-23), hours(31 * 24 - 24), hours(31 * 24 - 47));
    takes(TIMELESS, TAP, TAP.plusSeconds(3600), TAP.plusSeconds(3605));
    var now = Instant.now();
    takes(reference(now), now, now.plusSeconds(60), now.plus(23, ChronoUnit.HOURS));
  }

  @Test
  void takesACorrectionThatComesWeeksLater() {
    takes(REFERENCE, TAP, TAP.plusSeconds(3600), Instant.now());
  }

  @Test
  void refusesSecondsMillisecondsAndNanosecondsAndSaysWhatTheyAre() {
    long seconds = TAP.getEpochSecond();
    refuses("startedAt: 1970-", "taken as seconds it would be " + moment(seconds), seconds);
    refuses("startedAt: 1970-", "as milliseconds it would be ", TAP.toEpochMilli());
    refuses("startedAt: +5", "as nanoseconds it would be ", TAP.toEpochMilli() * 1_000_000);
  }

  @Test
  void refusesWhatCannotBeCountedInAnyUnit() {
    refuses("startedAt: +294247-", "send ", Long.MAX_VALUE);
    refuses("startedAt: -290308-", "send ", Long.MIN_VALUE);
    assertThatThrownBy(() -> TIMES.started(REFERENCE, Instant.MAX))
        .isInstanceOf(Unacceptable.class);
    assertThatThrownBy(() -> TIMES.started(REFERENCE, Instant.MIN))
        .isInstanceOf(Unacceptable.class);
  }

  @Test
  void refusesASessionFarFromItsTap() {
    refuses("startedAt: ", hours(-25), hours(1), hours(1));
    refuses("startedAt: ", hours(33 * 24), hours(33 * 24), hours(33 * 24));
    refuses("stoppedAt: ", TAP, hours(33 * 24), hours(33 * 24));
    refuses("stoppedAt: ", hours(-12), hours(31 * 24 - 11), hours(31 * 24));
    refuses("closedAt: ", TAP, hours(48), hours(23));
    refuses("closedAt: ", TAP, hours(48), Instant.now().plus(25, ChronoUnit.HOURS));
  }

  @Test
  void refusesTimesThatAPaymentWithoutATimeCannotHaveHad() {
    assertThatThrownBy(() -> TIMES.started(TIMELESS, Instant.EPOCH))
        .hasMessageStartingWith("startedAt: 1970-01-01T00:00:00Z");
    var tomorrow = Instant.now().plus(25, ChronoUnit.HOURS);
    assertThatThrownBy(() -> TIMES.started(TIMELESS, tomorrow))
        .hasMessageStartingWith("startedAt: " + tomorrow);
  }

  @Test
  void refusesAReferenceThatIsYetToBeMade() {
    Reference tomorrow = reference(Instant.now().plus(25, ChronoUnit.HOURS));
    assertThatThrownBy(() -> TIMES.started(tomorrow, Instant.now()))
        .isInstanceOf(Unacceptable.class)
        .hasMessageStartingWith("reference: ");
  }

  private static void takes(Reference reference, Instant started, Instant stopped, Instant closed) {
    assertThatCode(() -> TIMES.closed(reference, close(started, stopped, closed)))
        .doesNotThrowAnyException();
  }

  private static void refuses(String begin, Instant started, Instant stopped, Instant closed) {
    assertThatThrownBy(() -> TIMES.closed(REFERENCE, close(started, stopped, closed)))
        .isInstanceOf(Unacceptable.class)
        .hasMessageStartingWith(begin)
        .hasMessageContaining("; send ");
  }

  private static void refuses(String begin, String hint, long micros) {
    var started = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    assertThatThrownBy(() -> TIMES.started(REFERENCE, started))
        .isInstanceOf(Unacceptable.class)
        .hasMessageStartingWith(begin)
        .hasMessageContaining(hint);
  }

  private static Close close(Instant started, Instant stopped, Instant closed) {
    var price = new Close.Price(Money.of(CurrencyUnit.EUR, 10), List.of());
    return new Close("s-1", 1, new Close.Charging("E1", started, stopped, 1), price, closed);
  }

  private static Instant hours(int afterTap) {
    return TAP.plus(Duration.ofHours(afterTap));
  }

  private static Instant moment(long seconds) {
    return Instant.ofEpochSecond(seconds);
  }

  private static Reference reference(Instant tappedAt) {
    return new Reference(UUID.fromString(Records.referenceOf(tappedAt)));
  }
}
