package dev.holdfast.settlement.core.journal;

import java.math.BigInteger;
import java.time.LocalDate;

/**
 * An account on a day on which something was booked there; amounts in minor units, and a sum may be
 * greater than any one amount can be.
 *
 * @param account a name of {@link JournalEntry.Account}, or one that only a newer version knows
 * @param balance all debits less all credits up to and with that day
 * @param closed what it says will not change
 */
public record DayBalance(
    LocalDate day,
    String cpoId,
    String currency,
    String account,
    BigInteger debit,
    BigInteger credit,
    BigInteger balance,
    boolean closed) {
  /** Where it stands in the list: the newest day first, then by CPO, currency and account. */
  public record Place(LocalDate day, String cpoId, String currency, String account) {
    /** Before all others. */
    public static final Place FIRST = new Place(DaySpan.LAST_DAY, "", "", "");
  }

  /** Where it stands in the list. */
  public Place place() {
    return new Place(day, cpoId, currency, account);
  }
}
