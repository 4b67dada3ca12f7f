package dev.holdfast.settlement.core.journal;

import java.math.BigInteger;

/**
 * An account over some days: debits less credits before them, what was booked on them, and debits
 * less credits after them. Amounts are in minor units, and a sum may be greater than any one amount
 * can be.
 *
 * @param account a name of {@link JournalEntry.Account}, or one that only a newer version knows
 * @param closed what it says will not change
 */
public record AccountBalance(
    String cpoId,
    String currency,
    String account,
    BigInteger opening,
    BigInteger debit,
    BigInteger credit,
    boolean closed) {
  /** Where it stands in the list: by CPO, currency and account. */
  public record Place(String cpoId, String currency, String account) {
    /** Before all others. */
    public static final Place FIRST = new Place("", "", "");
  }

  /** Where it stands in the list. */
  public Place place() {
    return new Place(cpoId, currency, account);
  }

  /** Debits less credits after the days. */
  public BigInteger closing() {
    return opening.add(debit).subtract(credit);
  }
}
