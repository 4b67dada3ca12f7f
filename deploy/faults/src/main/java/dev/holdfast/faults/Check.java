package dev.holdfast.faults;

import java.util.Locale;

/** What must be true once everything is mended; each named by what is found where it is not. */
enum Check {
  /** The gateway's own journal and our ledger differ. */
  LEDGER_DIFFERS(Harm.LOST),
  /** The gateway took money of one payment more than once. */
  TAKEN_TWICE(Harm.DOUBLED),
  /** The ledger has the same entry of a payment more than once. */
  BOOKED_TWICE(Harm.DOUBLED),
  /** The gateway took money although nobody closed a session. */
  TAKEN_UNASKED(Harm.DOUBLED),
  /** What was taken of a hold that the driver was told of is not what the session cost. */
  WRONG_AMOUNT(Harm.LOST),
  /** A reference that was told is not known any more. */
  REFERENCE_LOST(Harm.LOST),
  /** A payment has come to no end. */
  WITHOUT_END(Harm.LOST),
  /** The gateway still reserves money for a payment. */
  HOLD_LEFT(Harm.LOST),
  /** A close that the broker acknowledged is neither settled nor before a person for a reason. */
  CLOSE_LOST(Harm.LOST),
  /** A person must look at a payment for which there is no cause. */
  NEEDS_A_PERSON(Harm.NONE),
  /** A record was put aside. */
  PARKED(Harm.NONE),
  /** An invariant of the ledger is broken. */
  INVARIANT_BROKEN(Harm.NONE),
  /** A table and its topic differ. */
  TOPIC_DIFFERS(Harm.LOST),
  /** Something does not work again after everything is mended. */
  STUCK(Harm.NONE);

  private final Harm harm;

  /** What it does to money or news. */
  enum Harm {
    LOST,
    DOUBLED,
    NONE
  }

  Check(Harm harm) {
    this.harm = harm;
  }

  Harm harm() {
    return harm;
  }

  /** Its name in what is printed and in the file of expected differences. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
