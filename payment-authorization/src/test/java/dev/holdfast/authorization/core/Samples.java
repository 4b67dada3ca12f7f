package dev.holdfast.authorization.core;

import dev.holdfast.authorization.core.Authorization.Abandoned;
import dev.holdfast.authorization.core.Authorization.Authorizing;
import dev.holdfast.authorization.core.Authorization.AwaitingCard;
import dev.holdfast.authorization.core.Authorization.Captured;
import dev.holdfast.authorization.core.Authorization.Capturing;
import dev.holdfast.authorization.core.Authorization.Declined;
import dev.holdfast.authorization.core.Authorization.GivingUp;
import dev.holdfast.authorization.core.Authorization.Held;
import dev.holdfast.authorization.core.Authorization.Refunding;
import dev.holdfast.authorization.core.Authorization.Released;
import dev.holdfast.authorization.core.Authorization.Releasing;
import dev.holdfast.authorization.core.Command.Answered;
import dev.holdfast.authorization.core.Command.Settle;
import dev.holdfast.authorization.core.Decision.Changed;
import dev.holdfast.authorization.core.Decision.Prepared;
import dev.holdfast.authorization.core.attempt.Answer;
import dev.holdfast.authorization.core.attempt.AttemptHistory;
import dev.holdfast.authorization.core.attempt.Kind;
import dev.holdfast.authorization.core.attempt.Plan;
import dev.holdfast.authorization.core.attempt.Rung;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;

/** States and commands to decide on. */
final class Samples {
  static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  static final Instant DEADLINE = NOW.plusSeconds(60);
  static final Instant EXPIRY = NOW.plusSeconds(48 * 3600);
  static final UUID REFERENCE = UUID.fromString("0193542b-7c00-7000-8000-000000000001");
  static final Card CARD = new Card("VISA", "1234");
  static final Tap TAP =
      new Tap(
          REFERENCE,
          Environment.ACCEPTANCE,
          new Tap.Reader("P6820211200171", "PAYTER", "CPO-1"),
          "NL*HF*E1",
          true,
          eur(50),
          NOW,
          DEADLINE);
  static final Hold HOLD = new Hold(CARD, eur(50), "session-1", EXPIRY);

  static final Timetable TIMETABLE =
      new Timetable(
          Duration.ofSeconds(2),
          Duration.ofMinutes(30),
          Duration.ofSeconds(60),
          Duration.ofSeconds(60),
          Duration.ofDays(30));
  static final Rules RULES = new Rules(TIMETABLE, Map.of("CPO-2", 80));
  static final Command LAPSE = new Command.Lapse();

  private Samples() {}

  static Money eur(long euros) {
    return Money.parse("EUR " + euros);
  }

  static Rung rung(Kind kind, long euros) {
    return new Rung(kind, eur(euros));
  }

  static Settle capture(long version, Rung... rungs) {
    return new Settle(version, new Plan.Capture(Arrays.asList(rungs)));
  }

  static Settle ladder(long version) {
    return capture(version, rung(Kind.OVER_COMMIT, 60), rung(Kind.WHOLE, 60), rung(Kind.HOLD, 50));
  }

  static Settle release(long version) {
    return new Settle(version, new Plan.Release());
  }

  static Settle refund(long version, long euros) {
    return refund(version, euros, 0);
  }

  static Settle refund(long version, long euros, long known) {
    return new Settle(version, new Plan.Refund(eur(euros), eur(known)));
  }

  static Answered approved(int attempt, long euros) {
    return new Answered(attempt, new Answer.Approved("movement", eur(euros), EXPIRY));
  }

  static Answered refused(int attempt) {
    return new Answered(attempt, new Answer.Refused("NOT_PERMITTED"));
  }

  static Answered unknown(int attempt) {
    return new Answered(attempt, new Answer.Unknown("no answer in time"));
  }

  static Answered notActed(int attempt) {
    return new Answered(attempt, new Answer.NotActed("never heard of it"));
  }

  static AwaitingCard awaitingCard() {
    return new AwaitingCard(TAP, AttemptHistory.opening());
  }

  static Authorizing authorizing() {
    return (Authorizing) after(awaitingCard(), new Command.CardRead(CARD));
  }

  static Held held() {
    return (Held) after(authorizing(), approved(1, 50));
  }

  static Capturing capturing() {
    return (Capturing) after(held(), ladder(3));
  }

  static Captured captured() {
    return (Captured) after(after(held(), capture(3, rung(Kind.CAPTURE, 20))), approved(2, 20));
  }

  static Releasing captureFailed() {
    return (Releasing) after(after(held(), capture(3, rung(Kind.CAPTURE, 20))), refused(2));
  }

  static Releasing releasing() {
    return (Releasing) after(held(), release(3));
  }

  static Released released() {
    return (Released) after(releasing(), approved(2, 50));
  }

  static Releasing expired() {
    return (Releasing) changed(decide(held(), LAPSE, EXPIRY)).next();
  }

  static Held expiring() {
    return (Held) changed(decide(held(), LAPSE, EXPIRY.minusSeconds(60))).next();
  }

  static Refunding refunding() {
    return (Refunding) after(captured(), refund(4, 5));
  }

  static Declined declined() {
    return (Declined) after(authorizing(), refused(1));
  }

  static GivingUp givingUp() {
    return (GivingUp) after(awaitingCard(), new Command.NoCard("No card"));
  }

  /** Told that there is no hold, and one may turn up. */
  static Declined watched() {
    return (Declined) changed(decide(authorizing(), notActed(1), DEADLINE)).next();
  }

  static Abandoned abandoned() {
    return (Abandoned) after(givingUp(), new Command.Disarmed());
  }

  /** One of each status. */
  static List<Authorization> oneOfEach() {
    return List.of(
        awaitingCard(),
        givingUp(),
        authorizing(),
        held(),
        declined(),
        abandoned(),
        capturing(),
        captured(),
        captureFailed(),
        releasing(),
        released(),
        expired(),
        refunding());
  }

  static Authorization after(Authorization state, Command command) {
    return decide(state, command, NOW) instanceof Prepared(var next)
        ? next
        : changed(decide(state, command, NOW)).next();
  }

  static Decision decide(Authorization state, Command command, Instant now) {
    return Lifecycle.decide(state, command, RULES, now);
  }

  static Changed changed(Decision decision) {
    if (decision instanceof Changed changed) {
      return changed;
    }
    throw new AssertionError("Nothing changed: " + decision);
  }
}
