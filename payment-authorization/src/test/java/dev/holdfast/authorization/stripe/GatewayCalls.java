package dev.holdfast.authorization.stripe;

import dev.holdfast.authorization.core.Environment;
import dev.holdfast.authorization.core.Tap;
import dev.holdfast.authorization.core.attempt.Attempt;
import dev.holdfast.authorization.core.attempt.Kind;
import dev.holdfast.authorization.core.attempt.Outcome;
import dev.holdfast.authorization.gateway.GatewayCall;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;

/** Taps and calls for tests. */
final class GatewayCalls {
  private GatewayCalls() {}

  static Tap tap(String reader, String money, Instant at) {
    return new Tap(
        UUID.randomUUID(),
        Environment.ACCEPTANCE,
        new Tap.Reader(reader, "STRIPE", "CPO-1"),
        "E1",
        true,
        Money.parse(money),
        at,
        at.plus(Duration.ofMinutes(1)));
  }

  static GatewayCall of(Kind kind, String money) {
    var tap = tap("tmr_1", money, Instant.parse("2026-06-01T00:00:00Z"));
    return of(tap, Optional.of("pi_1"), 2, kind, money);
  }

  static GatewayCall of(Tap tap, Optional<String> hold, int number, Kind kind, String money) {
    var attempt =
        new Attempt(
            number,
            kind,
            Money.parse(money),
            Outcome.SENT,
            null,
            null,
            tap.at(),
            0,
            null,
            null,
            null);
    return new GatewayCall(tap, hold, attempt);
  }
}
