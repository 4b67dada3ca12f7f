package dev.holdfast.authorization.kafka.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.authorization.core.Authorization;
import dev.holdfast.authorization.core.Card;
import dev.holdfast.authorization.core.Change;
import dev.holdfast.authorization.core.Command;
import dev.holdfast.authorization.core.Decision;
import dev.holdfast.authorization.core.Decision.Changed;
import dev.holdfast.authorization.core.Environment;
import dev.holdfast.authorization.core.Lifecycle;
import dev.holdfast.authorization.core.Rules;
import dev.holdfast.authorization.core.Tap;
import dev.holdfast.authorization.core.Timetable;
import dev.holdfast.authorization.core.attempt.Answer;
import dev.holdfast.authorization.core.attempt.Attempt;
import dev.holdfast.authorization.core.attempt.AttemptHistory;
import dev.holdfast.authorization.core.attempt.Attention;
import dev.holdfast.authorization.core.attempt.Kind;
import dev.holdfast.authorization.core.attempt.Outcome;
import dev.holdfast.authorization.core.attempt.Plan;
import dev.holdfast.authorization.core.attempt.Rung;
import dev.holdfast.authorization.kafka.publish.AuthorizationsTopic;
import dev.holdfast.delivery.Unacceptable;
import dev.holdfast.events.AuthorizationChanged;
import dev.holdfast.events.AuthorizationStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AuthorizationRecordTest {
  private static final UUID REFERENCE = UUID.fromString("0193542b-7c00-7000-8000-000000000001");
  private static final Instant NOW =
      Instant.ofEpochMilli(REFERENCE.getMostSignificantBits() >>> 16);
  private static final Duration CARD_TIMEOUT = Duration.ofMinutes(1);
  private static final Instant EXPIRY = NOW.plus(Duration.ofDays(2));

  private static final Command CARD_READ = new Command.CardRead(new Card("VISA", "1234"));
  private static final Command LADDER =
      settle(
          3,
          new Plan.Capture(
              List.of(rung(Kind.OVER_COMMIT, 60), rung(Kind.WHOLE, 60), rung(Kind.HOLD, 50))));
  private static final Command REFUND = settle(5, new Plan.Refund(eur(5), eur(0)));
  private static final Command LAPSE = new Command.Lapse();

  private static final Rules RULES =
      new Rules(
          new Timetable(
              Duration.ofSeconds(2),
              Duration.ofMinutes(30),
              Duration.ofMinutes(1),
              Duration.ofMinutes(1),
              Duration.ofDays(30)),
          Map.of());

  /** Each walk ends in another state. */
  static Stream<Arguments> walks() {
    Command captured = approved(2, 60);
    return Stream.of(
        walk(AuthorizationStatus.AWAITING_CARD),
        walk(
            AuthorizationStatus.ABANDONED,
            new Command.NoCard("no card came"),
            new Command.Disarmed()),
        walk(AuthorizationStatus.AUTHORIZING, CARD_READ),
        walk(AuthorizationStatus.AUTHORIZING, CARD_READ, unknown(1)),
        walk(AuthorizationStatus.DECLINED, CARD_READ, refused(1)),
        walk(AuthorizationStatus.HELD, CARD_READ, approved(1, 50)),
        walk(AuthorizationStatus.CAPTURING, CARD_READ, approved(1, 50), LADDER),
        walk(AuthorizationStatus.CAPTURING, CARD_READ, approved(1, 50), LADDER, refused(2)),
        walk(AuthorizationStatus.CAPTURED, CARD_READ, approved(1, 50), LADDER, captured),
        walk(
            AuthorizationStatus.CAPTURE_FAILED,
            CARD_READ,
            approved(1, 50),
            LADDER,
            refused(2),
            refused(3),
            refused(4)),
        walk(AuthorizationStatus.REFUNDING, CARD_READ, approved(1, 50), LADDER, captured, REFUND),
        walk(
            AuthorizationStatus.CAPTURED,
            CARD_READ,
            approved(1, 50),
            LADDER,
            captured,
            REFUND,
            approved(3, 4)),
        walk(
            AuthorizationStatus.RELEASING,
            CARD_READ,
            approved(1, 50),
            settle(3, new Plan.Release())),
        walk(
            AuthorizationStatus.RELEASED,
            CARD_READ,
            approved(1, 50),
            new Command.Cancel("the driver left"),
            approved(2, 50)));
  }

  @ParameterizedTest(name = "{0}, {2}")
  @MethodSource("walks")
  void isTheStateThatItWasMadeOf(
      AuthorizationStatus status, AuthorizationChanged said, Authorization state) {
    assertThat(said.getStatus()).isEqualTo(status);
    assertThat(new AuthorizationRecord(said, CARD_TIMEOUT).toState()).isEqualTo(asSaid(state));
  }

  @Test
  void knowsThatItWasSaidThatAHoldNearsItsEndAndThatItHasCome() {
    Authorization held = after(after(first(), CARD_READ, NOW), approved(1, 50), NOW);
    for (Instant time : List.of(EXPIRY.minusSeconds(60), EXPIRY)) {
      Changed lapsed = (Changed) Lifecycle.decide(held, LAPSE, RULES, time);
      var said = (AuthorizationChanged) AuthorizationsTopic.event(lapsed, time).value();
      assertThat(new AuthorizationRecord(said, CARD_TIMEOUT).toState())
          .isEqualTo(asSaid(lapsed.next()));
    }
  }

  @Test
  void refusesWhatItCannotBeMadeOf() {
    assertThatThrownBy(() -> as(AuthorizationStatus.UNRECOGNIZED).toState())
        .isInstanceOf(Unacceptable.class)
        .hasMessageContaining("update this service");
    assertThatThrownBy(() -> as(AuthorizationStatus.HELD).toState())
        .isInstanceOf(Unacceptable.class)
        .hasMessageContaining("gatewayReference");
  }

  private static AuthorizationRecord as(AuthorizationStatus status) {
    var said = AuthorizationChanged.newBuilder(said(first())).setStatus(status).build();
    return new AuthorizationRecord(said, CARD_TIMEOUT);
  }

  /** What was written and what was not answered are said alike, and not how often it was asked. */
  private static Authorization asSaid(Authorization state) {
    AttemptHistory history = state.history();
    List<Attempt> attempts =
        history.attempts().stream()
            .map(one ->
                new Attempt(
                    one.number(),
                    one.kind(),
                    one.amount(),
                    one.outcome() == Outcome.SENT ? Outcome.UNKNOWN : one.outcome(),
                    one.gatewayReference(),
                    one.reason(),
                    one.at(),
                    0,
                    null,
                    null,
                    one.moved()))
            .toList();
    return state.with(
        new AttemptHistory(
            history.version(), attempts, history.settlementVersion(), asSaid(history.attention())));
  }

  private static List<Attention> asSaid(@Nullable String words) {
    return words == null
        ? List.of()
        : List.of(new Attention(1, Attention.Cause.OTHER, words, NOW, null));
  }

  private static Arguments walk(AuthorizationStatus end, Command... commands) {
    Authorization state = first();
    for (Command command : commands) {
      state = after(state, command, NOW);
    }
    return Arguments.of(end, said(state), state);
  }

  private static Authorization first() {
    var reader = new Tap.Reader("P6820211200171", "PAYTER", "CPO-1");
    return Authorization.requested(
        new Tap(
            REFERENCE,
            Environment.ACCEPTANCE,
            reader,
            "NL*HF*E1",
            true,
            eur(50),
            NOW,
            NOW.plus(CARD_TIMEOUT)));
  }

  private static Authorization after(Authorization state, Command command, Instant now) {
    return switch (Lifecycle.decide(state, command, RULES, now)) {
      case Changed(var next, _) -> next;
      case Decision.Prepared(var next) -> next;
      case Decision.Ignored _, Decision.Refused _ -> throw new AssertionError(command);
    };
  }

  private static AuthorizationChanged said(Authorization state) {
    var changed = new Changed(state, Change.ATTEMPT_ANSWERED);
    return (AuthorizationChanged) AuthorizationsTopic.event(changed, NOW).value();
  }

  private static Command settle(long version, Plan plan) {
    return new Command.Settle(version, plan);
  }

  private static Command approved(int attempt, long euros) {
    return new Command.Answered(attempt, new Answer.Approved("movement", eur(euros), EXPIRY));
  }

  private static Command refused(int attempt) {
    return new Command.Answered(attempt, new Answer.Refused("NOT_PERMITTED"));
  }

  private static Command unknown(int attempt) {
    return new Command.Answered(attempt, new Answer.Unknown("no answer in time"));
  }

  private static Rung rung(Kind kind, long euros) {
    return new Rung(kind, eur(euros));
  }

  private static Money eur(long euros) {
    return Money.parse("EUR " + euros);
  }
}
