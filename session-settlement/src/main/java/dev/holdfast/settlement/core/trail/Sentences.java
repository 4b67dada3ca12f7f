package dev.holdfast.settlement.core.trail;

import static dev.holdfast.settlement.core.trail.TrailStep.text;
import static dev.holdfast.settlement.core.trail.TrailStep.words;

import dev.holdfast.settlement.core.payment.Balance;
import dev.holdfast.settlement.core.payment.Close;
import dev.holdfast.settlement.core.payment.Hold;
import dev.holdfast.settlement.core.payment.Method;
import dev.holdfast.settlement.core.payment.Overview;
import dev.holdfast.settlement.core.payment.Rung;
import dev.holdfast.settlement.core.payment.Session;
import dev.holdfast.settlement.core.payment.Settlement;
import java.util.List;
import java.util.stream.Collectors;
import org.joda.money.Money;

/** A version of a settlement in one plain sentence, for who was not there. */
final class Sentences {
  private Sentences() {}

  static String of(Settlement version) {
    return switch (version) {
      case Settlement.AwaitingSession waiting -> awaitingSession(waiting.hold());
      case Settlement.AwaitingHold waiting -> "The session waits for its hold, not known yet.";
      case Settlement.Decided(var ref, var v, var hold, var session, var plan)
          when session == null ->
          "No session began in time; to do: " + plan(plan) + ".";
      case Settlement.Decided decided -> "To do: " + plan(decided.plan()) + ".";
      case Settlement.Correcting correcting -> correcting(correcting);
      case Settlement.Settled settled -> settled(settled) + goodwill(settled);
      case Settlement.Attention attention ->
          "A person must look at it: " + words(attention.reason()) + ".";
    };
  }

  private static String awaitingSession(Hold hold) {
    if (!hold.isOver()) {
      return "%s is held; the session has not ended yet.".formatted(text(hold.authorized()));
    }
    return hold.captured().isPositive()
        ? "%s was taken for a session that is not known yet.".formatted(text(hold.captured()))
        : "The hold is over; the session has not ended yet.";
  }

  private static String plan(List<Rung> plan) {
    return plan.stream()
        .map(Sentences::rung)
        .collect(Collectors.joining("; where the bank refuses that, "));
  }

  private static String rung(Rung rung) {
    String words =
        switch (rung.method()) {
          case CAPTURE -> "take %s";
          case OVER_COMMIT -> "take %s by over-commit";
          case WHOLE -> "take the whole %s";
          case HOLD -> "take the hold of %s";
          case RELEASE -> "give the hold of %s back";
          case REFUND -> "pay %s back";
        };
    return words.formatted(text(rung.amount()));
  }

  private static String correcting(Settlement.Correcting correcting) {
    Close latest = correcting.session().latest();
    boolean isGoodwill =
        latest != null
            && Balance.of(correcting.hold(), correcting.session(), latest).toRefund().isZero();
    String why =
        isGoodwill ? "Support gives something back" : "More was taken than the session costs now";
    return why + ": " + plan(correcting.plan()) + ".";
  }

  private static Money given(Settlement.Settled settled) {
    Overview.Moved moved = Overview.of(settled).hold().moved();
    return moved == null ? settled.hold().zero() : moved.goodwill();
  }

  private static String goodwill(Settlement.Settled settled) {
    Money given = given(settled);
    return given.isPositive() ? " Of that, support gave %s back.".formatted(text(given)) : "";
  }

  private static String settled(Settlement.Settled settled) {
    Hold hold = settled.hold();
    Money kept = hold.captured().minus(hold.refunded()).plus(given(settled));
    Money writtenOff = settled.result().writtenOff();
    if (writtenOff != null && writtenOff.isNegative()) {
      return "%s was taken and kept, %s more than it costs; a person gave the difference up."
          .formatted(text(kept), text(writtenOff.negated()));
    }
    String open = open(settled.result());
    return switch (settled.result().outcome()) {
      case FULL -> "The whole %s was taken.".formatted(text(kept));
      case OVER_COMMITTED ->
          "The whole %s was taken, %s above the hold."
              .formatted(text(kept), text(kept.minus(hold.authorized())));
      case HOLD_ONLY -> holdOnly(settled, kept);
      case NOTHING_DUE -> nothingDue(settled);
      case NOT_COVERED -> "There was no hold any more: the whole %s.".formatted(open);
      case FAILED -> "Every way to take it was refused: the whole %s.".formatted(open);
    };
  }

  /** Whoever else had it given back has said why. */
  private static String nothingDue(Settlement.Settled settled) {
    Hold hold = settled.hold();
    return settled.session() == null && hold.released().isPositive() && hold.reason() == null
        ? "No session began in time: %s was given back.".formatted(text(hold.released()))
        : "Nothing was to be taken.";
  }

  /** The hold alone is taken after more was refused; how much that was, one close tells. */
  private static String holdOnly(Settlement.Settled settled, Money kept) {
    Money shortfall = settled.result().shortfall();
    String open = open(settled.result());
    Hold.Capture capture = settled.hold().moves().capture();
    Session session = settled.session();
    boolean refused = capture != null && capture.method() == Method.HOLD;
    return refused && session != null && session.closes().size() == 1
        ? "The bank refused %s; the hold of %s was taken; %s."
            .formatted(text(kept.plus(shortfall)), text(kept), open)
        : "%s was taken and kept; %s.".formatted(text(kept), open);
  }

  private static String open(Settlement.Result result) {
    String fate = result.writtenOff() == null ? "open" : "written off";
    return "%s is %s".formatted(text(result.shortfall()), fate);
  }
}
