package dev.holdfast.delivery;

/** A record that is put aside, and why; neither holds a card number. */
record Parked(RawRecord record, String error) {
  static Parked of(RawRecord record, Throwable why) {
    String message = why.getMessage();
    String error =
        (why instanceof Unacceptable || why instanceof WrittenByNewer) && message != null
            ? message
            : why.getClass().getSimpleName() + ": " + message;
    return new Parked(record.masked(), CardNumbers.masked(error));
  }
}
