package dev.holdfast.delivery;

/** A record that is put aside, and why. */
record Parked(RawRecord record, String error) {
  static Parked of(RawRecord record, Throwable why) {
    String message = why.getMessage();
    return new Parked(
        record,
        why instanceof Unacceptable && message != null
            ? message
            : why.getClass().getSimpleName() + ": " + message);
  }
}
