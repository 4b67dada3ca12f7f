package dev.holdfast.authorization.core;

import static dev.holdfast.authorization.core.Samples.NOW;
import static dev.holdfast.authorization.core.Samples.after;
import static dev.holdfast.authorization.core.Samples.capturing;
import static dev.holdfast.authorization.core.Samples.changed;
import static dev.holdfast.authorization.core.Samples.notActed;
import static dev.holdfast.authorization.core.Samples.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.authorization.core.Command.Answered;
import dev.holdfast.authorization.core.attempt.Attempt;
import dev.holdfast.authorization.core.attempt.Kind;
import dev.holdfast.authorization.core.attempt.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchedulesTest {
  private static final Timetable SCHEDULE = Samples.TIMETABLE;

  @Test
  void asksQuicklyOnceThenEveryMinuteThenHourlyThenDailyThenNoMore() {
    var expected = new ArrayList<Duration>();
    expected.add(Duration.ofSeconds(2));
    expected.addAll(Collections.nCopies(5, Duration.ofMinutes(1)));
    expected.addAll(Collections.nCopies(24, Duration.ofHours(1)));
    expected.addAll(Collections.nCopies(7, Duration.ofDays(1)));

    for (int i = 0; i < expected.size(); i++) {
      assertThat(lookUp(i + 1)).contains(NOW.plus(expected.get(i)));
    }
    assertThat(lookUp(expected.size() + 1)).isEmpty();
  }

  private static Optional<Instant> lookUp(int unanswered) {
    return SCHEDULE.nextLookUp(Samples.releasing(), asked(Kind.RELEASE, unanswered), NOW);
  }

  private static Attempt asked(Kind kind, int unanswered) {
    return new Attempt(
        2,
        kind,
        Samples.eur(50),
        Outcome.UNKNOWN,
        null,
        "no answer",
        NOW,
        unanswered,
        null,
        NOW,
        null);
  }

  @Test
  void asksSoonerWhileADriverWaitsAndNeverStops() {
    var wait = Duration.ofSeconds(15);
    assertThat(SCHEDULE.nextLookUp(Samples.authorizing(), asked(Kind.AUTHORIZE, 1), NOW))
        .contains(NOW.plusSeconds(2));
    assertThat(SCHEDULE.nextLookUp(Samples.authorizing(), asked(Kind.AUTHORIZE, 99), NOW))
        .contains(NOW.plus(wait));
    var nearlyCertain = NOW.plus(SCHEDULE.settle()).minusSeconds(5);
    assertThat(SCHEDULE.nextLookUp(Samples.authorizing(), asked(Kind.AUTHORIZE, 99), nearlyCertain))
        .contains(NOW.plus(SCHEDULE.settle()));
  }

  @Test
  void looksForAHoldThatNobodyWasToldOfAsLongAsOneCanLive() {
    var unknown = asked(Kind.AUTHORIZE, 50);
    var watched = Samples.watched();
    Instant now = NOW;
    var ages = new ArrayList<Duration>();
    for (var next = SCHEDULE.nextLookUp(watched, unknown, now); next.isPresent(); ) {
      now = next.get();
      ages.add(Duration.between(NOW, now));
      next = SCHEDULE.nextLookUp(watched, unknown, now);
    }
    assertThat(ages)
        .startsWith(
            Duration.ofMinutes(1),
            Duration.ofMinutes(4),
            Duration.ofMinutes(10),
            Duration.ofHours(1))
        .endsWith(Duration.ofDays(29), Duration.ofDays(30))
        .hasSize(34);
  }

  @Test
  void triesACaptureOnceMoreBeforeTheHoldEnds() {
    var capture = asked(Kind.CAPTURE, 30);
    for (var minutes : List.of(15, 2)) {
      var now = Samples.EXPIRY.minus(Duration.ofMinutes(minutes + 10));
      assertThat(SCHEDULE.nextLookUp(capturing(), capture, now))
          .contains(Samples.EXPIRY.minus(Duration.ofMinutes(minutes)));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void turnsToAPersonWhenTheScheduleIsOverAndNeverSendsAgain(boolean notActed) {
    Authorization state = capturing();
    for (int asked = 1; asked <= 37; asked++) {
      state = after(state, answer(notActed));
      assertThat(state.history().attention()).isNull();
    }
    var last = changed(Samples.decide(state, answer(notActed), NOW));

    assertThat(last.change()).isEqualTo(Change.ATTENTION);
    assertThat(last.next().history().attention())
        .contains("OVER_COMMIT", "EUR 60.00", "38", Samples.REFERENCE + ":OVER_COMMIT:2");
    assertThat(last.next().history().open().orElseThrow().outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(Agenda.of(last.next(), SCHEDULE, NOW)).isEmpty();
  }

  /** Whoever claimed it may have made the call before it died. */
  @Test
  void looksUpFirstWhatMayHaveBeenSent() {
    assertThat(new Agenda(Work.SEND, NOW).lookingFirst()).isEqualTo(new Agenda(Work.LOOK_UP, NOW));
    for (var work : List.of(Work.LOOK_UP, Work.READ_CARD, Work.LAPSE)) {
      assertThat(work.ifAbandoned()).isEqualTo(work);
    }
  }

  private static Answered answer(boolean notActed) {
    return notActed ? notActed(2) : unknown(2);
  }

  @Test
  void aLateCertainAnswerEndsTheAttention() {
    Authorization state = capturing();
    for (int asked = 1; asked <= 38; asked++) {
      state = after(state, unknown(2));
    }
    assertThat(after(state, Samples.approved(2, 60)).history().attention()).isNull();
    assertThat(after(state, Samples.refused(2)).history().attention()).isNull();
  }

  @Test
  void eachStateSaysWhatIsDueNext() {
    assertThat(due(Samples.awaitingCard())).contains(new Agenda(Work.READ_CARD, NOW));
    assertThat(due(Samples.authorizing())).contains(new Agenda(Work.SEND, NOW));
    assertThat(due(Samples.held()))
        .contains(new Agenda(Work.LAPSE, Samples.EXPIRY.minus(Duration.ofMinutes(30))));
    assertThat(due(Samples.expiring())).contains(new Agenda(Work.LAPSE, Samples.EXPIRY));
    assertThat(due(Samples.captureFailed())).contains(new Agenda(Work.SEND, NOW));
    assertThat(due(Samples.expired())).contains(new Agenda(Work.SEND, NOW));
    assertThat(due(capturing())).contains(new Agenda(Work.SEND, NOW));
    assertThat(due(Samples.releasing())).contains(new Agenda(Work.SEND, NOW));
    assertThat(due(Samples.refunding())).contains(new Agenda(Work.SEND, NOW));
    assertThat(due(after(capturing(), unknown(2))))
        .contains(new Agenda(Work.LOOK_UP, NOW.plusSeconds(2)));
    assertThat(due(after(Samples.releasing(), Samples.refused(2)))).isEmpty();
    for (var over :
        List.of(
            Samples.declined(),
            Samples.abandoned(),
            Samples.captured(),
            after(Samples.captureFailed(), Samples.approved(3, 50)),
            Samples.released(),
            after(Samples.expired(), Samples.approved(2, 50)))) {
      assertThat(due(over)).isEmpty();
    }
  }

  private static Optional<Agenda> due(Authorization state) {
    return Agenda.of(state, SCHEDULE, NOW);
  }
}
