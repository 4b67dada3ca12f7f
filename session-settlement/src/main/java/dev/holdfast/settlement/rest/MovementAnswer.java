package dev.holdfast.settlement.rest;

import dev.holdfast.doors.Amount;
import dev.holdfast.settlement.core.report.Movement;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Money that moved, and that no report that was booked tells with that amount.
 *
 * @param attempt its number among the attempts of the payment
 * @param kind CAPTURE or REFUND
 * @param gateway whose terminal it was; null where that is not known
 */
@Schema(
    examples =
        """
        {"reference": "019ac2b4-6a3c-7d20-9c52-3f6a1be0c111", "attempt": 2, "kind": "CAPTURE",
         "cpoId": "NL-HLD", "gateway": "PAYTER", "gatewayReference": "7f3a",
         "amount": {"minorUnits": 2340, "currency": "EUR"}, "movedAt": "2026-06-01T09:02:11Z"}
        """)
record MovementAnswer(
    UUID reference,
    int attempt,
    String kind,
    String cpoId,
    @Nullable String gateway,
    String gatewayReference,
    Amount amount,
    Instant movedAt) {
  static MovementAnswer of(Movement movement) {
    return new MovementAnswer(
        movement.id().reference().value(),
        movement.id().attempt(),
        movement.kind().name(),
        movement.cpoId(),
        movement.trace().gateway(),
        movement.trace().gatewayReference(),
        Amount.of(movement.amount()),
        movement.trace().at());
  }
}
