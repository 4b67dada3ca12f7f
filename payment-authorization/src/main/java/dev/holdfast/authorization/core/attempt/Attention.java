package dev.holdfast.authorization.core.attempt;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person must look at.
 *
 * @param number counts those of one authorization from 1
 * @param words what is the matter, for the person
 * @param seen who has dealt with it; null while nobody has
 */
public record Attention(int number, Cause cause, String words, Instant since, @Nullable Seen seen) {

  /** What it is about. */
  public enum Cause {
    /** The gateway was asked what became of a call until its schedule was over. */
    NO_CERTAIN_ANSWER,
    /** The terminal may still read a card for a payment that was given up. */
    TERMINAL_NOT_FREE,
    /** The gateway refused to give the hold back. */
    RELEASE_REFUSED,
    /** The gateway refused to pay back. */
    REFUND_REFUSED,
    /** The gateway takes no capture, and for no reason of the card: the hold is kept meanwhile. */
    CAPTURE_REJECTED,
    /** The gateway moved another amount than it was asked for. */
    AMOUNT_DIFFERS,
    /** Money was taken that nobody here had asked for. */
    TAKEN_UNASKED,
    /** An order that does not fit the hold. */
    ORDER_MISFITS,
    /** Read back from a topic, which tells the words only. */
    OTHER
  }

  /** Who has dealt with it, and how: a person's name, or the words of what ended it. */
  public record Seen(String by, String note, Instant at) {}

  /** Does it still wait for a person? */
  public boolean isOpen() {
    return seen == null;
  }

  /** The same, dealt with. */
  public Attention seen(Seen by) {
    return new Attention(number, cause, words, since, by);
  }
}
