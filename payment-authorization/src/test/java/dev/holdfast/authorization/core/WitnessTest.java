package dev.holdfast.authorization.core;

import static dev.holdfast.authorization.core.Samples.rung;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.authorization.core.Command.Answered;
import dev.holdfast.authorization.core.Command.Cancel;
import dev.holdfast.authorization.core.Command.CardRead;
import dev.holdfast.authorization.core.Command.NoCard;
import dev.holdfast.authorization.core.Decision.Changed;
import dev.holdfast.authorization.core.attempt.Answer;
import dev.holdfast.authorization.core.attempt.Attempt;
import dev.holdfast.authorization.core.attempt.Kind;
import dev.holdfast.authorization.core.attempt.Outcome;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Races for one hold, at a gateway that loses answers: whoever wins, the gateway's own ledger and
 * our state tell the same money in the end.
 */
class WitnessTest {
  private static final List<Command> RIVALS =
      List.of(
          Samples.ladder(1),
          Samples.capture(2, rung(Kind.CAPTURE, 20)),
          Samples.release(3),
          new Cancel("not wanted"),
          Samples.LAPSE,
          new CardRead(Samples.CARD),
          new NoCard("too late"),
          Samples.refund(4, 5),
          Samples.refund(5, 7, 5),
          Samples.refund(6, 50));

  /** How a call ends: heard, acted on without an answer, or lost on the way. */
  enum Line {
    HEARD,
    ACTED,
    LOST
  }

  record Race(List<Command> commands, List<Line> lines, int most, Instant now) {}

  @Provide
  Arbitrary<Race> races() {
    return Combinators.combine(
            Arbitraries.of(RIVALS).list().ofMinSize(1).ofMaxSize(12),
            Arbitraries.of(Line.class).list().ofSize(60),
            Arbitraries.of(20, 50, 60),
            Arbitraries.of(Samples.NOW, Samples.EXPIRY.minusSeconds(1), Samples.EXPIRY))
        .as(Race::new);
  }

  @Property
  void theGatewaysLedgerAndOursTellTheSame(@ForAll("races") Race race) {
    var witness = new Witness(race.most());
    var lines = race.lines().iterator();
    Authorization state = Samples.held();
    for (var command : race.commands()) {
      state = decide(state, command, race.now());
      // The same again, as a topic or a driver may say it.
      state = decide(state, command, race.now());
      var line = lines.next();
      state = call(state, witness, line, race.now());
      state = call(state, witness, Line.HEARD, race.now());
    }
    for (int i = 0; i < 5; i++) {
      state = call(state, witness, Line.HEARD, race.now());
    }
    assertThat(state.history().open()).isEmpty();
    var told = Summary.of(state);
    assertThat(witness.taken()).isEqualTo(told.captured());
    assertThat(witness.paidBack()).isEqualTo(told.refunded());
    if (told.released().isPositive() && told.captured().isZero()) {
      assertThat(witness.isCancelled()).isTrue();
    }
    assertThat(witness.isOpen()).isEqualTo(state instanceof Authorization.Held);
  }

  private static Authorization decide(Authorization state, Command command, Instant now) {
    return Samples.decide(state, command, now) instanceof Changed changed ? changed.next() : state;
  }

  /** The open attempt is sent, or looked up where that may have been done. */
  private static Authorization call(Authorization state, Witness witness, Line line, Instant now) {
    return state
        .history()
        .open()
        .map(attempt -> decide(state, answered(attempt, witness, line), heard(attempt, now)))
        .orElse(state);
  }

  /** A look-up finds nothing for certain only when the call cannot be under way any more. */
  private static Instant heard(Attempt attempt, Instant now) {
    return attempt.outcome() == Outcome.SENT ? now : now.plus(Samples.TIMETABLE.settle());
  }

  private static Command answered(Attempt attempt, Witness witness, Line line) {
    var answer =
        switch (line) {
          case HEARD ->
              attempt.outcome() == Outcome.SENT ? witness.send(attempt) : witness.lookUp(attempt);
          case ACTED -> {
            if (attempt.outcome() == Outcome.SENT) {
              witness.send(attempt);
            }
            yield new Answer.Unknown("no answer in time");
          }
          case LOST -> new Answer.Unknown("connection refused");
        };
    return new Answered(attempt.number(), answer);
  }
}
