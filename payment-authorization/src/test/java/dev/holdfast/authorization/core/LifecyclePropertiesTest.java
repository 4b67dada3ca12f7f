package dev.holdfast.authorization.core;

import static dev.holdfast.authorization.core.Samples.NOW;
import static dev.holdfast.authorization.core.Samples.rung;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.authorization.core.Command.Answered;
import dev.holdfast.authorization.core.Command.Cancel;
import dev.holdfast.authorization.core.Command.CardRead;
import dev.holdfast.authorization.core.Command.Disarmed;
import dev.holdfast.authorization.core.Command.NoCard;
import dev.holdfast.authorization.core.Decision.Changed;
import dev.holdfast.authorization.core.Decision.Ignored;
import dev.holdfast.authorization.core.Decision.Prepared;
import dev.holdfast.authorization.core.Decision.Refused;
import dev.holdfast.authorization.core.attempt.Answer;
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

/** Random commands, with duplicates and in any order: what must hold in every state, holds. */
class LifecyclePropertiesTest {
  private static final List<Command> ORDERS =
      List.of(
          new CardRead(Samples.CARD),
          new NoCard("no card"),
          new Cancel("not wanted"),
          Samples.LAPSE,
          new Disarmed(),
          Samples.ladder(1),
          Samples.ladder(2),
          Samples.capture(3, rung(Kind.CAPTURE, 20)),
          Samples.capture(4, rung(Kind.WHOLE, 60), rung(Kind.HOLD, 50)),
          Samples.release(2),
          Samples.refund(5, 5),
          Samples.refund(6, 50),
          Samples.refund(7, 5, 5));

  /**
   * An answer is for an attempt by number; an approval gives what was asked, as a gateway would.
   */
  enum Word {
    APPROVED,
    REFUSED,
    UNKNOWN,
    NOT_ACTED,
    REJECTED,
    TAKEN
  }

  sealed interface Step {
    record Give(Command command) implements Step {}

    record Say(int attempt, Word word) implements Step {}
  }

  @Provide
  Arbitrary<List<Step>> stories() {
    Arbitrary<Step> orders = Arbitraries.of(ORDERS).map(Step.Give::new);
    Arbitrary<Step> answers =
        Combinators.combine(Arbitraries.integers().between(1, 6), Arbitraries.of(Word.class))
            .as(Step.Say::new);
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(2, orders), net.jqwik.api.Tuple.of(3, answers))
        .list()
        .ofMaxSize(40);
  }

  @Property
  void whatMustHoldHoldsAfterEveryStep(@ForAll("stories") List<Step> story) {
    Authorization state = Samples.awaitingCard();
    Instant now = NOW;
    for (Step step : story) {
      // A story may go on past the end of the hold.
      now = now.plusSeconds(story.size() % 2 == 0 ? 1 : 6 * 3600);
      var before = state;
      switch (Samples.decide(before, command(step, before), now)) {
        case Changed changed -> {
          state = changed.next();
          compare(before, state);
        }
        case Prepared(var next) -> state = next;
        case Ignored _, Refused _ -> {}
      }
      check(state);
    }
  }

  private static Command command(Step step, Authorization state) {
    return switch (step) {
      case Step.Give(var command) -> command;
      case Step.Say(var attempt, var word) -> new Answered(attempt, answer(attempt, word, state));
    };
  }

  private static Answer answer(int attempt, Word word, Authorization state) {
    var attempts = state.history().attempts();
    var asked = attempt <= attempts.size() ? attempts.get(attempt - 1).amount() : Samples.eur(1);
    return switch (word) {
      case APPROVED -> new Answer.Approved("movement", asked, Samples.EXPIRY);
      case REFUSED -> new Answer.Refused("no");
      case UNKNOWN -> new Answer.Unknown("no answer");
      case NOT_ACTED -> new Answer.NotActed("never heard of it");
      case REJECTED -> new Answer.Rejected("api_error");
      case TAKEN -> new Answer.Taken("movement", asked);
    };
  }

  private static void compare(Authorization before, Authorization after) {
    assertThat(after.history().version()).isEqualTo(before.history().version() + 1);
    assertThat(after.history().settlementVersion())
        .isGreaterThanOrEqualTo(before.history().settlementVersion());
    if (before.history().open().isPresent()) {
      neverTheNextRungWhileUnknown(before, after);
    }
    after
        .history()
        .open()
        .filter(attempt -> attempt.outcome() == Outcome.SENT)
        .ifPresent(sent -> assertThat(before.history().attempts()).doesNotContain(sent));
  }

  private static void neverTheNextRungWhileUnknown(Authorization before, Authorization after) {
    var open = before.history().open().orElseThrow();
    var same = after.history().attempts().get(open.number() - 1);
    if (same.outcome().isOpen()) {
      assertThat(after.history().attempts()).hasSameSizeAs(before.history().attempts());
    }
  }

  private static void check(Authorization state) {
    var attempts = state.history().attempts();
    var summary = Summary.of(state);
    assertThat(attempts.stream().limit(Math.max(0, attempts.size() - 1)))
        .noneMatch(attempt -> attempt.outcome().isOpen());
    var captures =
        attempts.stream()
            .filter(attempt -> attempt.kind().captures())
            .filter(attempt -> attempt.outcome() == Outcome.APPROVED)
            .toList();
    assertThat(captures).hasSizeLessThanOrEqualTo(1);
    if (summary.captured().isGreaterThan(summary.authorized())) {
      assertThat(captures).allMatch(attempt -> attempt.kind().mayExceedHold()).isNotEmpty();
    }
    assertThat(summary.captured().isPositive()).isEqualTo(!captures.isEmpty());
    assertThat(summary.refunded().isGreaterThan(summary.captured())).isFalse();
    if (!captures.isEmpty()) {
      assertThat(attempts)
          .noneMatch(
              attempt -> attempt.kind() == Kind.RELEASE && attempt.outcome() == Outcome.APPROVED);
    }
  }
}
