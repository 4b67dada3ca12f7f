package dev.holdfast.authorization.core;

import static dev.holdfast.authorization.core.Samples.DEADLINE;
import static dev.holdfast.authorization.core.Samples.NOW;
import static dev.holdfast.authorization.core.Samples.TIMETABLE;
import static dev.holdfast.authorization.core.Samples.eur;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.authorization.core.Authorization.Captured;
import dev.holdfast.authorization.core.Authorization.Held;
import dev.holdfast.authorization.core.Command.Answered;
import dev.holdfast.authorization.core.Decision.Changed;
import dev.holdfast.authorization.core.attempt.Answer;
import dev.holdfast.authorization.core.attempt.Attempt;
import dev.holdfast.authorization.core.attempt.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * A gateway that carries calls out long after they were given up, also after their look-up, and
 * that acts again on each call: no hold is left behind, none is for a driver who has left, and
 * nothing is paid back twice.
 */
class LateCallsTest {
  private static final int CALL_SECONDS = 20;

  /** How a call ends, and how long after it was given up it is carried out, if it is late. */
  record Line(End end, int lateSeconds) {
    enum End {
      HEARD,
      ACTED,
      LOST,
      CARRIED_OUT_AFTER_ITS_LOOK_UP
    }
  }

  @Provide
  Arbitrary<List<Line>> lines() {
    return Combinators.combine(
            Arbitraries.of(Line.End.class),
            Arbitraries.integers().between(0, (int) TIMETABLE.settle().toSeconds() - 1))
        .as(Line::new)
        .list()
        .ofSize(200);
  }

  @Property
  void noHoldIsLeftBehind(@ForAll("lines") List<Line> lines) {
    var world = new World(Samples.authorizing(), lines.iterator());
    world.play();

    assertThat(world.state.history().open()).isEmpty();
    assertThat(world.open(Kind.AUTHORIZE)).isEqualTo(world.state instanceof Held ? 1 : 0);
    if (world.state instanceof Held) {
      assertThat(world.decidedAt).isBefore(DEADLINE.plus(TIMETABLE.grace()));
    }
    assertThat(world.busyUntil).isBeforeOrEqualTo(DEADLINE.plus(TIMETABLE.grace()));
  }

  @Property
  void nothingIsPaidBackTwice(@ForAll("lines") List<Line> lines) {
    var world = new World(Samples.refunding(), lines.iterator());
    world.play();

    var told = ((Captured) world.state).refunded();
    assertThat(eur(5L * world.open(Kind.REFUND))).isEqualTo(told);
  }

  /** The gateway, the network and the clock around one payment. */
  private static final class World {
    private final Iterator<Line> lines;
    private final List<Pending> pending = new ArrayList<>();
    private final List<Attempt> done = new ArrayList<>();
    private Authorization state;
    private Instant now = NOW;
    private Instant decidedAt = NOW;
    private Instant busyUntil = NOW;

    private record Pending(Attempt attempt, Instant at) {}

    World(Authorization state, Iterator<Line> lines) {
      this.state = state;
      this.lines = lines;
    }

    /** Until nothing is due but what a hold that stands asks for. */
    void play() {
      for (var next = next(); next.isPresent(); next = next()) {
        now = next.get().due().isAfter(now) ? next.get().due() : now;
        carryOutPending();
        var work = Agenda.now(next.get().work(), state, now);
        switch (work) {
          case SEND -> send(state.history().open().orElseThrow());
          case LOOK_UP -> lookUp(state.history().open().orElseThrow());
          case LAPSE -> decide(new Command.Lapse());
          case READ_CARD, DISARM -> throw new AssertionError(work);
        }
      }
      now = now.plus(TIMETABLE.settle());
      carryOutPending();
    }

    private Optional<Agenda> next() {
      var asked = Agenda.of(state, TIMETABLE, now).filter(agenda -> agenda.work() != Work.LAPSE);
      var gone = DEADLINE.plus(TIMETABLE.grace());
      return state.isTerminalBusy() && asked.filter(each -> each.due().isBefore(gone)).isEmpty()
          ? Optional.of(new Agenda(Work.LAPSE, gone))
          : asked;
    }

    private void send(Attempt attempt) {
      var line = attempt.kind() == Kind.RELEASE ? new Line(Line.End.HEARD, 0) : lines.next();
      switch (line.end()) {
        case HEARD -> answer(attempt, carryOut(attempt));
        case ACTED -> {
          carryOut(attempt);
          giveUp(attempt);
        }
        case LOST -> giveUp(attempt);
        case CARRIED_OUT_AFTER_ITS_LOOK_UP -> {
          pending.add(
              new Pending(attempt, now.plusSeconds(CALL_SECONDS + (long) line.lateSeconds())));
          giveUp(attempt);
        }
      }
    }

    private void giveUp(Attempt attempt) {
      now = now.plusSeconds(CALL_SECONDS);
      answer(attempt, new Answer.Unknown("no answer in time"));
    }

    private void lookUp(Attempt attempt) {
      var found = done.stream().anyMatch(each -> each.number() == attempt.number());
      answer(attempt, found ? approved(attempt) : new Answer.NotActed("never heard of it"));
    }

    private void answer(Attempt attempt, Answer answer) {
      decide(new Answered(attempt.number(), answer));
    }

    private void decide(Command command) {
      if (Samples.decide(state, command, now) instanceof Changed(var next, _)) {
        busyUntil = state.isTerminalBusy() ? now : busyUntil;
        state = next;
        decidedAt = now;
      }
    }

    private void carryOutPending() {
      pending.stream()
          .filter(call -> !call.at().isAfter(now))
          .forEach(call -> carryOut(call.attempt()));
      pending.removeIf(call -> !call.at().isAfter(now));
    }

    private Answer carryOut(Attempt attempt) {
      if (attempt.kind() == Kind.RELEASE) {
        done.removeIf(each -> each.kind() == Kind.AUTHORIZE);
      } else {
        done.add(attempt);
      }
      return approved(attempt);
    }

    private static Answer approved(Attempt attempt) {
      return new Answer.Approved("movement", attempt.amount(), Samples.EXPIRY);
    }

    long open(Kind kind) {
      return done.stream().filter(each -> each.kind() == kind).count();
    }
  }
}
