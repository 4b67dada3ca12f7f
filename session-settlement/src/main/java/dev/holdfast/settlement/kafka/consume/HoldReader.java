package dev.holdfast.settlement.kafka.consume;

import dev.holdfast.delivery.Unacceptable;
import dev.holdfast.events.Attempt;
import dev.holdfast.events.AttemptKind;
import dev.holdfast.events.AttemptOutcome;
import dev.holdfast.events.AuthorizationChanged;
import dev.holdfast.settlement.core.payment.GatewayTrace;
import dev.holdfast.settlement.core.payment.Hold;
import dev.holdfast.settlement.core.payment.Hold.Standing;
import dev.holdfast.settlement.core.payment.Method;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Reads a hold: its amounts, and the attempts that moved money, whose numbers name the entries. */
final class HoldReader {
  /** No gateway's is longer, and an index does not hold any length. */
  private static final int LONGEST_NAME = 200;

  /** Nobody reads more, and what is said on a topic must stay far below what a record may hold. */
  private static final int LONGEST_REASON = 500;

  /** No scheme's name is longer. */
  private static final int LONGEST_SCHEME = 30;

  private HoldReader() {}

  static Hold of(AuthorizationChanged changed, Standing standing) {
    Checks.atLeast("version", changed.getVersion(), 1);
    Money authorized = Checks.amount("authorized", changed.getAuthorized());
    var grant =
        new Hold.Grant(
            Checks.text("cpoId", changed.getCpoId()),
            authorized,
            changed.getOverCommit(),
            changed.getExpiresAt(),
            card(changed, authorized));
    var moves =
        new Hold.Moves(
            standing == Standing.CAPTURED ? capture(changed, authorized) : null,
            amount("released", changed.getReleased(), authorized),
            refunds(changed, authorized));
    return new Hold(changed.getVersion(), standing, grant, moves, reason(changed.getReason()));
  }

  /** Nothing where it would tell nothing: each state is kept. */
  private static Hold.@Nullable Card card(AuthorizationChanged changed, Money authorized) {
    String scheme = changed.getCard() == null ? null : changed.getCard().getScheme();
    String known = scheme == null || scheme.length() > LONGEST_SCHEME ? null : scheme;
    Money requested = amount("requested", changed.getRequested(), authorized);
    boolean partly = authorized.isPositive() && authorized.isLessThan(requested);
    return known == null && !partly ? null : new Hold.Card(known, partly ? requested : null);
  }

  /** Cut rather than refused: words must not stop money. */
  private static @Nullable String reason(@Nullable String said) {
    return said == null || said.length() <= LONGEST_REASON
        ? said
        : said.substring(0, LONGEST_REASON) + "\u2026";
  }

  /** What the gateway took is the truth; the attempt tells which way it took it. */
  private static Hold.Capture capture(AuthorizationChanged changed, Money authorized) {
    Money captured = amount("captured", changed.getCaptured(), authorized);
    return approved(changed)
        .flatMap(attempt -> capture(attempt, captured, trace(changed, attempt)).stream())
        .reduce((first, last) -> last)
        .orElseThrow(() ->
            new Unacceptable(
                "attempts: %s were captured, and no approved capture tells it; send every attempt"
                    .formatted(captured)));
  }

  private static List<Hold.Refund> refunds(AuthorizationChanged changed, Money authorized) {
    List<Hold.Refund> refunds =
        approved(changed)
            .filter(attempt -> attempt.getKind() == AttemptKind.REFUND)
            .map(attempt -> refund(changed, attempt, authorized))
            .toList();
    Money refunded = amount("refunded", changed.getRefunded(), authorized);
    Money told = refunded.minus(refunded).plus(refunds.stream().map(Hold.Refund::amount).toList());
    if (!refunded.isEqual(told)) {
      throw new Unacceptable(
          "refunded: %s, and the approved refunds moved %s; send every attempt, and what it moved"
              .formatted(refunded, told));
    }
    return refunds;
  }

  /** One that does not say what it moved is of an older version, and was paid as it was asked. */
  private static Hold.Refund refund(
      AuthorizationChanged changed, Attempt attempt, Money authorized) {
    Money asked = amount("attempts.amount", attempt.getAmount(), authorized);
    dev.holdfast.events.Money said = attempt.getMoved();
    Money moved = said == null ? asked : amount("attempts.moved", said, authorized);
    return new Hold.Refund(
        attempt.getNumber(),
        moved,
        asked.isGreaterThan(moved) ? asked : null,
        trace(changed, attempt));
  }

  private static Stream<Attempt> approved(AuthorizationChanged changed) {
    return changed.getAttempts().stream()
        .filter(attempt -> attempt.getOutcome() == AttemptOutcome.APPROVED);
  }

  private static @Nullable GatewayTrace trace(AuthorizationChanged changed, Attempt attempt) {
    String name = attempt.getGatewayReference();
    return name == null || name.isBlank() || name.length() > LONGEST_NAME
        ? null
        : new GatewayTrace(changed.getVendor(), name, attempt.getAt());
  }

  private static Money amount(String field, dev.holdfast.events.Money money, Money authorized) {
    Money amount = Checks.amount(field, money);
    Checks.sameCurrency(field, amount, authorized);
    return amount;
  }

  /** Empty for what is no capture. */
  private static Optional<Hold.Capture> capture(
      Attempt attempt, Money captured, @Nullable GatewayTrace trace) {
    Optional<Method> method =
        switch (attempt.getKind()) {
          case CAPTURE -> Optional.of(Method.CAPTURE);
          case OVER_COMMIT -> Optional.of(Method.OVER_COMMIT);
          case WHOLE -> Optional.of(Method.WHOLE);
          case HOLD -> Optional.of(Method.HOLD);
          case AUTHORIZE, RELEASE, REFUND, UNRECOGNIZED -> Optional.empty();
        };
    return method.map(way -> new Hold.Capture(attempt.getNumber(), way, captured, trace));
  }
}
