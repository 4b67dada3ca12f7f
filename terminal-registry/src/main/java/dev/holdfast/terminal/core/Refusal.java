package dev.holdfast.terminal.core;

import dev.holdfast.terminal.core.cpo.Contract;
import dev.holdfast.terminal.core.vendor.Vendor;
import org.joda.money.CurrencyUnit;

/** Why a command to a terminal is not carried out. */
public sealed interface Refusal {
  /** There is no such terminal here. */
  record NotRegistered() implements Refusal {}

  /** It is out of use for ever. */
  record AlreadyRetired() implements Refusal {}

  /** The CPO of the charger is not known here. */
  record CpoUnknown(String cpoId) implements Refusal {}

  /** No limit is known for its country, so it needs a hold of its own. */
  record HoldNeeded(String country) implements Refusal {}

  /** It is said to be of a vendor whose serials look otherwise. */
  record SerialOfOtherVendor(Vendor vendor) implements Refusal {}

  /** Its own hold is not in the currency that it takes. */
  record HoldInOtherCurrency(CurrencyUnit holdCurrency, CurrencyUnit currency) implements Refusal {}

  /** A contract of the same CPO and environment holds at the same time. */
  record ContractOverlaps(Contract other) implements Refusal {}

  /**
   * It, or its CPO, is left alone because this version cannot read it.
   *
   * @param why in a sentence for a person
   */
  record Unreadable(String why) implements Refusal {}

  /** It was decided on another version than the one that is there, or on none. */
  sealed interface OtherVersion extends Refusal {
    /** Somebody changed it in the meantime, or it is there or not there against expectation. */
    record ChangedMeanwhile(long version) implements OtherVersion {}

    /** It is there, and nobody said which version of it is to be changed. */
    record VersionNeeded(long version) implements OtherVersion {}
  }
}
