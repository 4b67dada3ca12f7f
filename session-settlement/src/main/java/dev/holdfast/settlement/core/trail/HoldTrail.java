package dev.holdfast.settlement.core.trail;

import static dev.holdfast.settlement.core.trail.TrailStep.text;

import dev.holdfast.settlement.core.trail.HoldVersion.AnswerKind;
import dev.holdfast.settlement.core.trail.HoldVersion.Attempt;
import dev.holdfast.settlement.core.trail.HoldVersion.CallKind;
import dev.holdfast.settlement.core.trail.HoldVersion.Change;
import dev.holdfast.settlement.core.trail.TrailStep.Amount;
import dev.holdfast.settlement.core.trail.TrailStep.Content;
import dev.holdfast.settlement.core.trail.TrailStep.Kind;
import dev.holdfast.settlement.core.trail.TrailStep.Name;
import dev.holdfast.settlement.core.trail.TrailStep.Telling;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The steps that one version of an authorization tells: that the hold was asked for, every attempt
 * at the gateway, and what this version changed. The first two stand in every version, so a version
 * that was compacted away costs the trail little.
 */
public final class HoldTrail {
  private HoldTrail() {}

  /** In the order in which they happened. */
  public static List<TrailStep> of(HoldVersion version) {
    var steps = new ArrayList<TrailStep>();
    steps.add(requested(version));
    version.attempts().forEach(attempt -> steps.add(attempt(version, attempt)));
    var change = version.change();
    if (change != null) {
      steps.add(changed(version, change));
    }
    return steps;
  }

  private static TrailStep requested(HoldVersion version) {
    var requested = version.request().amount();
    var sentence =
        "A hold of %s was asked for at terminal %s."
            .formatted(text(requested), version.request().terminalSerial());
    return new TrailStep(
        new Name(version.reference(), "requested", TrailStep.FINAL),
        new Content(
            Kind.HOLD_REQUESTED,
            version.reference().tappedAt(),
            List.of(new Amount("requested", requested)),
            Telling.of(sentence)));
  }

  /** Who has answered for certain does not answer otherwise: later versions only repeat it. */
  private static TrailStep attempt(HoldVersion version, Attempt attempt) {
    var call = attempt.call();
    var answer = attempt.answer();
    var sentence =
        verb(answer.kind()) + " " + what(call.kind(), call.amount()) + because(answer.reason());
    return new TrailStep(
        new Name(
            version.reference(),
            "attempt/" + attempt.number(),
            answer.kind() == AnswerKind.UNKNOWN ? version.version() : TrailStep.FINAL),
        new Content(
            Kind.ATTEMPT,
            call.at(),
            List.of(new Amount(call.kind().name(), call.amount())),
            new Telling(answer.kind().name(), answer.reason(), sentence)));
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

  private static TrailStep changed(HoldVersion version, Change change) {
    var amounts = change.amounts();
    return new TrailStep(
        new Name(version.reference(), "authorization/" + version.version(), TrailStep.FINAL),
        new Content(
            change.kind().step(),
            change.at(),
            List.of(
                new Amount("authorized", amounts.authorized()),
                new Amount("captured", amounts.captured()),
                new Amount("released", amounts.released()),
                new Amount("refunded", amounts.refunded())),
            new Telling(null, change.circumstances().reason(), sentence(version, change))));
  }

  private static String sentence(HoldVersion version, Change change) {
    var amounts = change.amounts();
    var why = change.circumstances();
    return switch (change.kind()) {
      case HELD -> held(amounts.authorized(), version.request().amount());
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
