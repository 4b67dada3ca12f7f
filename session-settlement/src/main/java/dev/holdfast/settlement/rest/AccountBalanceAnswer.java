package dev.holdfast.settlement.rest;

import dev.holdfast.settlement.core.journal.AccountBalance;
import dev.holdfast.settlement.core.journal.AccountKind;
import java.math.BigInteger;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An account over the days that were asked for, in minor units of the currency; balances are debits
 * less credits.
 *
 * @param account a newer version of the service may know more of them
 * @param kind null for an account that only a newer version knows
 * @param opening its balance before these days
 * @param closing its balance after them
 * @param closed what it says will not change
 */
@Schema(
    examples =
        """
        {"cpoId": "NL-HLD", "currency": "EUR", "account": "CHARGING_REVENUE", "kind": "INCOME", "opening": -95500,
         "debit": 0, "credit": 23400, "closing": -118900, "closed": true}
        """)
record AccountBalanceAnswer(
    String cpoId,
    String currency,
    String account,
    @Nullable AccountKind kind,
    BigInteger opening,
    BigInteger debit,
    BigInteger credit,
    BigInteger closing,
    boolean closed) {
  static AccountBalanceAnswer of(AccountBalance balance) {
    return new AccountBalanceAnswer(
        balance.cpoId(),
        balance.currency(),
        balance.account(),
        AccountKind.of(balance.account()).orElse(null),
        balance.opening(),
        balance.debit(),
        balance.credit(),
        balance.closing(),
        balance.closed());
  }
}
