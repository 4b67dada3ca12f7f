package dev.holdfast.authorization.gateway.stripe;

/** What goes wrong with the next call of one operation. */
public enum StripeFault {
  /** Answers 500, does nothing, and replays that 500 for the key. */
  FAIL,
  /** Acts, and answers 500 all the same. */
  ACT_THEN_FAIL,
  /** Acts, and answers when nobody waits any more. */
  ACT_THEN_ANSWER_LATE,
  /** Closes the connection without acting. */
  DROP,
  /** 429. */
  TOO_MANY,
  /** The key is not accepted: 401. */
  UNAUTHORIZED,
  READER_BUSY,
  READER_TIMEOUT,
  READER_OFFLINE
}
