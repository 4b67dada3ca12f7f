package dev.holdfast.settlement.core;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided about a settlement; kept for ever.
 *
 * @param revision of the close that it was decided on; null where none was known
 * @param holdVersion of the hold that it was decided on; null where none was known
 * @param refunds how many were known: nobody has decided about one that came later
 */
public record Resolution(
    Choice choice, Word word, @Nullable Integer revision, @Nullable Long holdVersion, int refunds) {

  /** What a person may choose. */
  public enum Choice {
    /** What came first stands; the other is void. */
    ACCEPT_FIRST,
    /** What came second stands; the first is taken back. */
    ACCEPT_SECOND,
    /** Nobody will pay the difference, or take it back: it is booked as lost, or as kept. */
    WRITE_OFF,
    /** Wait, or order, once more. */
    RETRY
  }

  /** Who decided, why, and when. */
  public record Word(String by, String reason, Instant at) {}

  /** In a line, for those who read only one. */
  String text() {
    return choice + " by " + word.by() + ": " + word.reason();
  }

  /** What may be chosen now; another choice would change nothing, or what cannot be mended so. */
  public static Set<Choice> possible(Settlement settlement) {
    return switch (settlement) {
      case Settlement.Attention attention -> possible(attention);
      case Settlement.Decided decided -> once(Choice.RETRY, isClosed(decided.session()));
      case Settlement.Correcting correcting -> EnumSet.of(Choice.WRITE_OFF, Choice.RETRY);
      case Settlement.Settled settled -> once(Choice.WRITE_OFF, settled.result().isOpen());
      case Settlement.AwaitingSession waiting -> EnumSet.noneOf(Choice.class);
      case Settlement.AwaitingHold waiting -> EnumSet.noneOf(Choice.class);
    };
  }

  private static Set<Choice> possible(Settlement.Attention attention) {
    return switch (attention.reason()) {
      case SECOND_SESSION, CONFLICTING_CLOSE ->
          EnumSet.of(Choice.ACCEPT_FIRST, Choice.ACCEPT_SECOND);
      // Money taken in one currency cannot pay a price in another: that needs a correction.
      case CURRENCY_MISMATCH -> once(Choice.WRITE_OFF, isUntouched(attention.hold()));
      // Without a hold nobody is known to book it for.
      case NO_AUTHORIZATION -> EnumSet.of(Choice.RETRY);
      case REFUND_NOT_ASKED -> EnumSet.of(Choice.WRITE_OFF);
      case REFUND_CUT_SHORT -> EnumSet.of(Choice.WRITE_OFF, Choice.RETRY);
    };
  }

  private static Set<Choice> once(Choice choice, boolean possible) {
    return possible ? EnumSet.of(choice) : EnumSet.noneOf(Choice.class);
  }

  private static boolean isClosed(@Nullable Session session) {
    return session != null && session.latest() != null;
  }

  private static boolean isUntouched(@Nullable Hold hold) {
    return hold != null && hold.captured().isZero();
  }
}
