package dev.holdfast.settlement.core.payment;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided about a settlement; kept for ever.
 *
 * @param revision of the close that it was decided on; null where none was known
 * @param holdVersion of the hold that it was decided on; null where none was known
 * @param refunds how many were known: nobody has decided about one that came later
 * @param contradiction the number of the one that it ended; null where it ended none
 */
public record Resolution(
    Choice choice,
    Word word,
    @Nullable Integer revision,
    @Nullable Long holdVersion,
    int refunds,
    @Nullable Integer contradiction) {

  /** What a person may choose. */
  public enum Choice {
    /** What came first stands; the other is void. */
    ACCEPT_FIRST,
    /** What came second stands, as the next revision. */
    ACCEPT_SECOND,
    /** Nobody will pay the difference, or take it back: it is booked as lost, or as kept. */
    WRITE_OFF,
    /** The payment costs nothing: what was taken for it goes back. */
    REFUND,
    /** Something is given back although the price stands; it has a door of its own. */
    GOODWILL,
    /** Wait, or order, once more. */
    RETRY
  }

  /** Who decided, why, and when. */
  public record Word(String by, String reason, Instant at) {
    /** A name is typed: case, width and spaces make no other person of it. */
    public boolean isBy(String name) {
      return person().equals(plain(name));
    }

    /** The same for whatever the same person has typed. */
    public String person() {
      return plain(by);
    }

    private static String plain(String name) {
      return Normalizer.normalize(name, Normalizer.Form.NFKC)
          .replaceAll("[\\s\\p{Z}\\p{Cf}]+", "")
          .toLowerCase(Locale.ROOT);
    }
  }

  /** In a line, for those who read only one. */
  String text() {
    return choice + " by " + word.by() + ": " + word.reason();
  }
}
