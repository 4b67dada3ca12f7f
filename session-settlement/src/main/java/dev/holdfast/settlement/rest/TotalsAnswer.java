package dev.holdfast.settlement.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.holdfast.settlement.core.Totals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the taps of one hour or day of a CPO came to, in one currency.
 *
 * @param from when the hour or day begins, UTC
 * @param payments those whose hold is decided; neither approved nor declined are those without card
 * @param approvalPercent approved of those that the bank decided, as text; null where it saw none
 * @param outcomes how many payments ended in which outcome; OPEN are those that have not ended
 * @param amounts in minor units of the currency; above the hold is what over-commit has won
 */
@Schema(
    examples =
        """
        {"from": "2026-06-01T08:00:00Z", "cpoId": "NL-HLD", "currency": "EUR", "payments": 12,
         "approved": 10, "declined": 1, "approvalPercent": "90.91",
         "outcomes": {"FULL": 9, "NOTHING_DUE": 1, "OPEN": 2},
         "amounts": {"billed": 23400, "captured": 23400, "refunded": 0, "aboveHold": 0,
           "shortfall": 0}}
        """)
@JsonInclude(JsonInclude.Include.NON_NULL)
record TotalsAnswer(
    Instant from,
    String cpoId,
    String currency,
    long payments,
    long approved,
    long declined,
    @Nullable String approvalPercent,
    Map<String, Long> outcomes,
    Totals.Amounts amounts) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  static TotalsAnswer of(Totals totals) {
    return new TotalsAnswer(
        totals.from(),
        totals.cpoId(),
        totals.currency(),
        totals.payments(),
        totals.approved(),
        totals.declined(),
        percent(totals.approved(), totals.approved() + totals.declined()),
        totals.outcomes(),
        totals.amounts());
  }

  private static @Nullable String percent(long part, long whole) {
    return whole == 0
        ? null
        : HUNDRED
            .multiply(BigDecimal.valueOf(part))
            .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP)
            .toPlainString();
  }
}
