package dev.holdfast.settlement.core.trail;

import static dev.holdfast.settlement.core.trail.TrailStep.text;

import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.core.trail.HoldStory.AnswerKind;
import dev.holdfast.settlement.core.trail.HoldStory.Attempt;
import dev.holdfast.settlement.core.trail.HoldStory.CallKind;
import dev.holdfast.settlement.core.trail.HoldStory.Change;
import dev.holdfast.settlement.core.trail.HoldStory.Request;
import dev.holdfast.settlement.core.trail.TrailStep.Amount;
import dev.holdfast.settlement.core.trail.TrailStep.Kind;
import dev.holdfast.settlement.core.trail.TrailStep.Telling;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a hold: that it was asked for, every attempt at the gateway, and what changed. The
 * first two stand in every version, so one that was compacted away costs the trail little.
 */
public final class HoldTrail {
  private HoldTrail() {}

  /** In the order in which they happened. */
  public static List<TrailStep> of(Reference reference, HoldStory story) {
    var steps = new ArrayList<TrailStep>();
    steps.add(requested(reference, story.request()));
    story.attempts().forEach(attempt -> steps.add(attempt(attempt)));
    story.changes().forEach(change -> steps.add(changed(story.request(), change)));
    return steps;
  }

  private static TrailStep requested(Reference reference, Request request) {
    var sentence =
        "A hold of %s was asked for at terminal %s."
            .formatted(text(request.amount()), request.terminalSerial());
    return new TrailStep(
        Kind.HOLD_REQUESTED,
        reference.tappedAt(),
        List.of(new Amount("requested", request.amount())),
        Telling.of(sentence));
  }

  private static TrailStep attempt(Attempt attempt) {
    var call = attempt.call();
    var answer = attempt.answer();
    var sentence =
        verb(answer.kind()) + " " + what(call.kind(), call.amount()) + because(answer.reason());
    return new TrailStep(
        Kind.ATTEMPT,
        call.at(),
        List.of(new Amount(call.kind().name(), call.amount())),
        new Telling(answer.kind().name(), answer.reason(), sentence));
  }

  private static String verb(AnswerKind answer) {
    return switch (answer) {
      case APPROVED -> "The bank approved";
      case REFUSED -> "The bank refused";
      case UNKNOWN -> "It is not known yet whether the bank approved";
    };
  }

  private static String what(CallKind call, Money amount) {
    var words =
        switch (call) {
          case AUTHORIZE -> "a hold of %s";
          case CAPTURE -> "a capture of %s";
          case OVER_COMMIT -> "a capture of %s by over-commit";
          case WHOLE -> "a capture of the whole %s";
          case HOLD -> "a capture of the hold, %s";
          case RELEASE -> "a release of %s";
          case REFUND -> "a refund of %s";
          case UNRECOGNIZED -> "a movement of %s";
        };
    return words.formatted(text(amount));
  }

  private static String because(@Nullable String reason) {
    return reason == null ? "." : ": " + reason + ".";
  }

  private static TrailStep changed(Request request, Change change) {
    var amounts = change.amounts();
    return new TrailStep(
        change.kind().step(),
        change.at(),
        List.of(
            new Amount("authorized", amounts.authorized()),
            new Amount("captured", amounts.captured()),
            new Amount("released", amounts.released()),
            new Amount("refunded", amounts.refunded())),
        new Telling(null, change.circumstances().reason(), sentence(request, change)));
  }

  private static String sentence(Request request, Change change) {
    var amounts = change.amounts();
    var why = change.circumstances();
    return switch (change.kind()) {
      case HELD -> held(amounts.authorized(), request.amount());
      case DECLINED -> "The bank declined the hold" + because(why.reason());
      case ABANDONED -> "No card was read in time" + because(why.reason());
      case EXPIRING -> "The hold lapses at %s.".formatted(why.expiresAt());
      case EXPIRED -> "The hold has lapsed.";
      case CAPTURED ->
          "%s was taken, and %s given back."
              .formatted(text(amounts.captured()), text(amounts.released()));
      case CAPTURE_FAILED -> "Nothing could be taken" + because(why.reason());
      case RELEASED -> "%s was given back.".formatted(text(amounts.released()));
      case REFUNDED ->
          "Of %s taken, %s was paid back."
              .formatted(text(amounts.captured()), text(amounts.refunded()));
      case ATTENTION -> "A person must look at the hold" + because(why.attention());
    };
  }

  private static String held(Money authorized, Money requested) {
    return authorized.equals(requested)
        ? "The bank holds %s.".formatted(text(authorized))
        : "The bank holds %s of the %s asked for.".formatted(text(authorized), text(requested));
  }
}
