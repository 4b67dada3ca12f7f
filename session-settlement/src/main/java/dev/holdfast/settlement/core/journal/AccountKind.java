package dev.holdfast.settlement.core.journal;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;

/**
 * Where an account stands in the books: assets and expenses grow by debits, the others by credits.
 */
public enum AccountKind {
  ASSET,
  LIABILITY,
  INCOME,
  EXPENSE,
  /** What is no money: of older versions. */
  MEMO;

  private static final Map<String, AccountKind> OF =
      Map.ofEntries(
          entry("HOLDS_OUTSTANDING", MEMO),
          entry("HOLDS_CONTRA", MEMO),
          entry("RECEIVABLE_FROM_CARD_HOLDER", ASSET),
          entry("RECEIVABLE_FROM_GATEWAY", ASSET),
          entry("OVERAGE_RECEIVABLE", ASSET),
          entry("PAYOUT_IN_TRANSIT", ASSET),
          entry("RESERVES", ASSET),
          entry("CASH_AT_BANK", ASSET),
          // What nobody has explained yet may turn out to be owed, or to be ours.
          entry("SUSPENSE", LIABILITY),
          entry("TAX_PAYABLE", LIABILITY),
          entry("CHARGING_REVENUE", INCOME),
          entry("GATEWAY_FEES", EXPENSE),
          entry("GATEWAY_CHARGES", EXPENSE),
          entry("CHARGEBACKS", EXPENSE),
          entry("FX_DIFFERENCES", EXPENSE),
          entry("WRITE_OFFS", EXPENSE),
          entry("GOODWILL", EXPENSE));

  /** Of the account with this name; empty for one that only a newer version knows. */
  public static Optional<AccountKind> of(String account) {
    return Optional.ofNullable(OF.get(account));
  }
}
