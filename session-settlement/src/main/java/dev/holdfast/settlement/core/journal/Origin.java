package dev.holdfast.settlement.core.journal;

import dev.holdfast.settlement.core.journal.JournalEntry.Cause;
import dev.holdfast.settlement.core.journal.JournalEntry.Name;
import dev.holdfast.settlement.core.payment.Close;
import dev.holdfast.settlement.core.payment.GatewayTrace;
import dev.holdfast.settlement.core.payment.Hold;
import dev.holdfast.settlement.core.payment.Session;
import dev.holdfast.settlement.core.payment.Settlement;
import dev.holdfast.settlement.core.payment.Tax;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an entry comes from, for whoever follows it up.
 *
 * @param attempt that moved the money; null where none moved
 * @param gatewayReference the gateway's name for that; null where it gave none
 * @param suppliedAt when the car stopped charging, for the tax; null where no price is billed
 * @param taxes of the price that is billed, or no longer is
 */
public record Origin(
    @Nullable Integer attempt,
    @Nullable String gatewayReference,
    @Nullable Instant suppliedAt,
    List<Tax> taxes) {
  private static final Origin UNKNOWN = new Origin(null, null, null, List.of());

  /** The list is copied. */
  public Origin {
    taxes = List.copyOf(taxes);
  }

  /** As the state that called for the entry tells it. */
  public static Origin of(Name name, Settlement state) {
    return switch (name.cause()) {
      case CAPTURED, REFUNDED, SUSPENDED -> ofMovement(number(name), state.hold());
      case SESSION_BILLED, SHORTFALL, WRITTEN_OFF, GOODWILL -> ofPrice(name, state.session());
      case CORRECTED -> name.reversed().map(reversed -> of(reversed, state)).orElse(UNKNOWN);
      case HOLD_PLACED,
          HOLD_RELEASED,
          HOLD_EXPIRED,
          HOLD_CAPTURED,
          GATEWAY_FEE,
          PAID_OUT,
          REPORTED,
          EXCHANGED,
          BANKED,
          MANUAL ->
          UNKNOWN;
    };
  }

  /** The first number of the version: of the attempt, or else of the revision. */
  private static int number(Name name) {
    return Integer.parseInt(name.version().split("\\D", 2)[0]);
  }

  private static Origin ofMovement(int attempt, @Nullable Hold hold) {
    return new Origin(
        attempt, hold == null ? null : gatewayReference(attempt, hold.moves()), null, List.of());
  }

  private static @Nullable String gatewayReference(int attempt, Hold.Moves moves) {
    Hold.Capture capture = moves.capture();
    GatewayTrace trace =
        capture != null && capture.number() == attempt
            ? capture.receipt()
            : moves.refunds().stream()
                .filter(refund -> refund.number() == attempt)
                .findFirst()
                .map(Hold.Refund::receipt)
                .orElse(null);
    return trace == null ? null : trace.gatewayReference();
  }

  private static Origin ofPrice(Name name, @Nullable Session session) {
    boolean isBilled = name.cause() == Cause.SESSION_BILLED;
    return (session == null ? List.<Close>of() : session.closes())
        .stream()
            .filter(close -> close.revision() == number(name))
            .findFirst()
            .map(close ->
                new Origin(
                    null,
                    null,
                    close.charging().stoppedAt(),
                    isBilled ? close.price().taxes() : List.of()))
            .orElse(UNKNOWN);
  }
}
