package dev.holdfast.settlement.core;

import dev.holdfast.settlement.core.payment.Balance;
import dev.holdfast.settlement.core.payment.Close;
import dev.holdfast.settlement.core.payment.Contradictions;
import dev.holdfast.settlement.core.payment.Contradictions.Numbered;
import dev.holdfast.settlement.core.payment.Hold;
import dev.holdfast.settlement.core.payment.Resolution.Choice;
import dev.holdfast.settlement.core.payment.Session;
import dev.holdfast.settlement.core.payment.Settlement;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.money.Money;
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
      case SECOND_SESSION, CONFLICTING_CLOSE, SESSION_ON_TWO_PAYMENTS ->
          EnumSet.copyOf(
              Stream.of(Choice.ACCEPT_FIRST, Choice.ACCEPT_SECOND)
                  .filter(choice -> !open(attention, choice).isEmpty())
                  .toList());
      // Money taken in one currency cannot pay a price in another: that needs a correction.
      case CURRENCY_MISMATCH -> once(Choice.WRITE_OFF, isUntouched(attention.hold()));
      // Without a hold nobody is known to book it for.
      case NO_AUTHORIZATION -> EnumSet.of(Choice.RETRY);
      case REFUND_NOT_ASKED -> EnumSet.of(Choice.WRITE_OFF);
      case REFUND_CUT_SHORT -> EnumSet.of(Choice.WRITE_OFF, Choice.RETRY);
      case NOT_BILLED -> EnumSet.of(Choice.REFUND, Choice.RETRY);
      case CAPTURED_WITHOUT_SESSION -> EnumSet.of(Choice.REFUND);
      case NOT_EXECUTED -> ordered(attention);
      // Approving it has a door of its own.
      case GOODWILL_WAITS -> EnumSet.noneOf(Choice.class);
    };
  }

  /** The contradiction that a decision is about; none where its number is missing or wrong. */
  public static Optional<Numbered> contradiction(Settlement settlement, Command.Resolved resolved) {
    List<Numbered> open = numbered(settlement, resolved.choice());
    Integer number = resolved.contradiction();
    return open.stream()
        .filter(each -> number == null ? open.size() == 1 : each.number() == number)
        .findFirst();
  }

  /** The numbers of the contradictions that may be decided so; none for what is about none. */
  public static List<Integer> open(Settlement settlement, Choice choice) {
    return numbered(settlement, choice).stream().map(Numbered::number).toList();
  }

  private static List<Numbered> numbered(Settlement settlement, Choice choice) {
    Session session = settlement.session();
    return switch (choice) {
      case WRITE_OFF, REFUND, GOODWILL, RETRY -> List.of();
      case ACCEPT_FIRST, ACCEPT_SECOND ->
          session == null ? List.of() : Contradictions.open(session, choice);
    };
  }

  /** The amount that a decision is about, which who decides must name; empty where none is. */
  public static Optional<Money> amount(Settlement settlement, Command.Resolved resolved) {
    Session session = settlement.session();
    Hold hold = settlement.hold();
    if (resolved.choice() == Choice.REFUND) {
      return Optional.ofNullable(hold).map(Hold::captured);
    }
    if (session == null) {
      return Optional.empty();
    }
    return switch (resolved.choice()) {
      case REFUND, GOODWILL, RETRY -> Optional.empty();
      case WRITE_OFF -> off(hold, session);
      case ACCEPT_FIRST, ACCEPT_SECOND ->
          contradiction(settlement, resolved)
              .map(one -> Contradictions.price(session, one.contradiction(), resolved.choice()));
    };
  }

  /** What WRITE_OFF is about; null where it is not possible. */
  public static @Nullable Money writeOff(Settlement settlement) {
    Session session = settlement.session();
    return session == null || !of(settlement).contains(Choice.WRITE_OFF)
        ? null
        : off(settlement.hold(), session).orElse(null);
  }

  private static Optional<Money> off(@Nullable Hold hold, Session session) {
    Close latest = session.latest();
    return hold == null || latest == null
        ? Optional.empty()
        : Optional.of(Balance.of(hold, session, latest).off());
  }

  /** A plan may be ordered again; a refund may be given up. */
  private static Set<Choice> ordered(Settlement.Attention attention) {
    if (!isClosed(attention.session())) {
      return EnumSet.noneOf(Choice.class);
    }
    return isUntouched(attention.hold())
        ? EnumSet.of(Choice.RETRY)
        : EnumSet.of(Choice.WRITE_OFF, Choice.RETRY);
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
