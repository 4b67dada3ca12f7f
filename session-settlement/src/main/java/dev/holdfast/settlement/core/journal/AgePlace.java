package dev.holdfast.settlement.core.journal;

/**
 * Where a sum stands in a list of sums by age: by CPO and currency, the youngest first.
 *
 * @param age at most, in the unit of the list
 */
public record AgePlace(String cpoId, String currency, int age) {
  /** Before all others. */
  public static final AgePlace FIRST = new AgePlace("", "", -1);
}
