package dev.holdfast.settlement.core;

import static dev.holdfast.settlement.core.Given.NOON;
import static dev.holdfast.settlement.core.Given.captured;
import static dev.holdfast.settlement.core.Given.close;
import static dev.holdfast.settlement.core.Given.ended;
import static dev.holdfast.settlement.core.Given.hears;
import static dev.holdfast.settlement.core.Given.held;
import static dev.holdfast.settlement.core.Given.starts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.settlement.core.Deadline.Due;
import dev.holdfast.settlement.core.payment.Hold;
import dev.holdfast.settlement.core.payment.Method;
import dev.holdfast.settlement.core.payment.Resolution;
import dev.holdfast.settlement.core.payment.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeadlineTest {
  private static final Command OVERDUE = new Command.Overdue(Given.REFERENCE);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Patience PATIENCE =
      new Patience(
          HOUR,
          new StartWait(Set.of(Given.CPO), Duration.ofMinutes(15), Duration.ofDays(1)),
          Duration.ofMinutes(10),
          Duration.ofDays(1),
          Duration.ofHours(2));
  private static final Instant EXPIRES = NOON.plusSeconds(172_800);

  @Test
  void asksAPersonForAHoldThatDoesNotComeAndStillJoinsIt() {
    var run = Run.of(hears(close(1, "23.40")));
    assertThat(due(run, null)).isEqualTo(new Due(Deadline.HOLD_UNKNOWN, NOON.plus(HOUR)));
    run.hear(OVERDUE);
    assertThat(run.said()).isEqualTo("ATTENTION NO_AUTHORIZATION");
    assertThat(due(run, null)).isNull();
    run.hear(hears(close(2, "20.00")));
    assertThat(run.said()).isEqualTo("ATTENTION NO_AUTHORIZATION");
    run.hear(hears(held("50.00")));
    assertThat(run.said()).isEqualTo("DECIDED [CAPTURE 20.00]");
  }

  @Test
  void waitsAnewWhereAPersonTriesAgain() {
    var run = Run.of(hears(close(1, "23.40")), OVERDUE);
    var word = new Resolution.Word("Ann", "the hold is late", NOON);
    run.hear(new Command.Resolved(Given.REFERENCE, Resolution.Choice.RETRY, null, word));
    assertThat(run.said()).isEqualTo("AWAITING_HOLD");
    assertThat(due(run, null)).isNotNull();
  }

  @Test
  void releasesAHoldWhoseSessionDoesNotStartOrDoesNotClose() {
    var run = Run.of(hears(held("50.00")));
    assertThat(due(run, null))
        .isEqualTo(new Due(Deadline.NOT_STARTED, NOON.plus(Duration.ofMinutes(15))));
    run.hear(starts(Given.SESSION));
    assertThat(due(run, null))
        .isEqualTo(new Due(Deadline.NOT_CLOSED, EXPIRES.minus(Duration.ofMinutes(10))));
    run.hear(OVERDUE);
    assertThat(run.said()).isEqualTo("DECIDED [RELEASE 50.00]");
    assertThat(due(run, null))
        .isEqualTo(new Due(Deadline.NOT_EXECUTED, NOON.plus(Duration.ofHours(2))));
  }

  @Test
  void waitsUntilAHoldHasLapsedThatIsNearItsEndAlready() {
    Settlement settlement = Run.of(hears(held("50.00")), starts(Given.SESSION)).settlement();
    var closing = new Due(Deadline.NOT_CLOSED, EXPIRES.minus(Duration.ofMinutes(10)));
    Instant late = closing.at();
    assertThat(PATIENCE.next(settlement, null, late))
        .isEqualTo(new Due(Deadline.NOT_CLOSED, EXPIRES.plus(HOUR)));
    assertThat(PATIENCE.next(settlement, null, late.minusMillis(1))).isEqualTo(closing);
    assertThat(PATIENCE.next(settlement, closing, late.plusSeconds(1))).isEqualTo(closing);
  }

  @Test
  void keepsTheReleaseWhenTheStartComesLateAndCoversNothingAfterIt() {
    var run = Run.of(hears(held("50.00")), OVERDUE, starts(Given.SESSION));
    assertThat(run.said()).isEqualTo("DECIDED [RELEASE 50.00]");
    run.hear(hears(ended(Hold.Standing.RELEASED)));
    run.hear(hears(close(1, "23.40")));
    assertThat(run.said()).isEqualTo("SETTLED NOT_COVERED, shortfall 23.40");
  }

  @Test
  void wouldStillTakeTheMoneyWhereTheCloseComesBeforeTheRelease() {
    var run = Run.of(hears(held("50.00")), OVERDUE, hears(close(1, "23.40")));
    assertThat(run.said()).isEqualTo("DECIDED [CAPTURE 23.40]");
    run.hear(hears(captured("50.00", Method.CAPTURE, "23.40")));
    assertThat(run.said()).isEqualTo("SETTLED FULL, shortfall 0.00");
  }

  @Test
  void doesNotActWhereNothingIsAwaited() {
    var run = Run.of(hears(ended(Hold.Standing.RELEASED)), hears(close(1, "23.40")), OVERDUE);
    assertThat(run.settlement().version()).isEqualTo(2);
    assertThat(due(run, null)).isNull();
    assertThat(Given.RULES.decide(null, OVERDUE)).isEmpty();
  }

  @Test
  void keepsTheEndOfAWaitThatGoesOn() {
    var run = Run.of(hears(close(1, "23.40")));
    Due first = due(run, null);
    run.hear(hears(close(2, "20.00")));
    assertThat(PATIENCE.next(run.settlement(), first, NOON.plusSeconds(9))).isEqualTo(first);
  }

  @Test
  void waitsForADaySinceTheTapWhereNobodyPublishesStarts() {
    var patience =
        new Patience(
            HOUR,
            new StartWait(Set.of("another"), Duration.ofMinutes(15), Duration.ofDays(1)),
            Duration.ofMinutes(10),
            HOUR,
            Duration.ofHours(2));
    Settlement waiting = Run.of(hears(held("50.00"))).settlement();
    Instant tap = Given.REFERENCE.tappedAt();
    Due sinceTap = new Due(Deadline.NOT_STARTED, tap.plus(Duration.ofDays(1)));
    assertThat(patience.next(waiting, null, tap.plusSeconds(9))).isEqualTo(sinceTap);
    assertThat(patience.next(waiting, sinceTap, tap.plusSeconds(99))).isEqualTo(sinceTap);
    // Heard of long after the tap.
    assertThat(patience.next(waiting, null, NOON))
        .isEqualTo(new Due(Deadline.NOT_STARTED, NOON.plus(Duration.ofDays(1))));
  }

  private static @Nullable Due due(Run run, @Nullable Due before) {
    return PATIENCE.next(run.settlement(), before, NOON);
  }
}
