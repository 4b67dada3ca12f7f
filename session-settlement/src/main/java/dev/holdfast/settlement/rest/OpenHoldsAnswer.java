package dev.holdfast.settlement.rest;

import dev.holdfast.doors.Amount;
import dev.holdfast.settlement.core.OpenHolds;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is held by holds of one age. */
@Schema(
    examples =
        """
        {"cpoId": "NL-HLD", "currency": "EUR", "age": "UP_TO_1_HOUR", "holds": 3,
         "amount": {"minorUnits": 15000, "currency": "EUR"}, "oldest": "2026-06-01T09:02:11Z"}
        """)
record OpenHoldsAnswer(
    String cpoId,
    String currency,
    OpenHolds.HoldAge age,
    long holds,
    Amount amount,
    Instant oldest) {
  static OpenHoldsAnswer of(OpenHolds open) {
    return new OpenHoldsAnswer(
        open.cpoId(),
        open.currency(),
        open.age(),
        open.holds(),
        new Amount(open.minorUnits(), open.currency()),
        open.oldest());
  }
}
