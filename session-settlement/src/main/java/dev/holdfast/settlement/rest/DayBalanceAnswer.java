package dev.holdfast.settlement.rest;

import dev.holdfast.settlement.core.journal.DayBalance;
import java.math.BigInteger;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An account on a day on which something was booked there, in minor units of the currency.
 *
 * @param account a newer version of the service may know more of them
 * @param balance all debits less all credits up to and with that day
 * @param closed what it says will not change
 */
@Schema(
    examples =
        """
        {"day": "2026-06-01", "cpoId": "NL-HLD", "currency": "EUR", "account": "CHARGING_REVENUE",
         "debit": 0, "credit": 23400, "balance": -118900, "closed": true}
        """)
record DayBalanceAnswer(
    LocalDate day,
    String cpoId,
    String currency,
    String account,
    BigInteger debit,
    BigInteger credit,
    BigInteger balance,
    boolean closed) {
  static DayBalanceAnswer of(DayBalance told) {
    return new DayBalanceAnswer(
        told.day(),
        told.cpoId(),
        told.currency(),
        told.account(),
        told.debit(),
        told.credit(),
        told.balance(),
        told.closed());
  }
}
