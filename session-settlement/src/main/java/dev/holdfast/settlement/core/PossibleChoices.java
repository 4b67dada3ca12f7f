package dev.holdfast.settlement.core;

import dev.holdfast.settlement.core.payment.Hold;
import dev.holdfast.settlement.core.payment.Resolution.Choice;
import dev.holdfast.settlement.core.payment.Session;
import dev.holdfast.settlement.core.payment.Settlement;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a person may choose for a settlement as it stands. */
public final class PossibleChoices {
  private PossibleChoices() {}

  /** Another choice would change nothing, or what cannot be mended so. */
  public static Set<Choice> of(Settlement settlement) {
    return switch (settlement) {
      case Settlement.Attention attention -> of(attention);
      case Settlement.Decided decided -> once(Choice.RETRY, isClosed(decided.session()));
      case Settlement.Correcting correcting -> EnumSet.of(Choice.WRITE_OFF, Choice.RETRY);
      case Settlement.Settled settled -> once(Choice.WRITE_OFF, settled.result().isOpen());
      case Settlement.AwaitingSession waiting -> EnumSet.noneOf(Choice.class);
      case Settlement.AwaitingHold waiting -> EnumSet.noneOf(Choice.class);
    };
  }

  private static Set<Choice> of(Settlement.Attention attention) {
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
