package dev.holdfast.settlement.rest;

import dev.holdfast.doors.Amount;
import dev.holdfast.settlement.core.journal.OpenShortfall;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is open of payments of one age. */
@Schema(
    examples =
        """
        {"cpoId": "NL-HLD", "currency": "EUR", "age": "UP_TO_7_DAYS", "payments": 3,
         "amount": {"minorUnits": 1740, "currency": "EUR"}, "oldest": "2026-06-01T09:02:11Z"}
        """)
record ShortfallAnswer(
    String cpoId,
    String currency,
    OpenShortfall.Age age,
    long payments,
    Amount amount,
    Instant oldest) {
  static ShortfallAnswer of(OpenShortfall open) {
    return new ShortfallAnswer(
        open.cpoId(),
        open.currency(),
        open.age(),
        open.payments(),
        new Amount(open.minorUnits(), open.currency()),
        open.oldest());
  }
}
