package dev.holdfast.delivery;

/**
 * A record that is put aside, and why; neither holds a card number.
 *
 * @param error a sentence for a person
 * @param waitsForNewer whether a newer version of the service can handle it, and so replays it
 */
record Parked(RawRecord record, String error, boolean waitsForNewer) {
  /** Of a record in which everything is masked that must be. */
  static Parked of(RawRecord record, Throwable why) {
    return new Parked(record, Reason.of(record, why), isForNewer(why));
  }

  private static boolean isForNewer(Throwable why) {
    Throwable cause = why.getCause();
    return why instanceof WrittenByNewer || (cause != null && isForNewer(cause));
  }
}
