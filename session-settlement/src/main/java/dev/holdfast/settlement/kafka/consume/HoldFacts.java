package dev.holdfast.settlement.kafka.consume;

import static dev.holdfast.settlement.core.TrailStep.text;

import dev.holdfast.events.Attempt;
import dev.holdfast.events.AttemptKind;
import dev.holdfast.events.AttemptOutcome;
import dev.holdfast.events.AuthorizationChanged;
import dev.holdfast.settlement.core.Reference;
import dev.holdfast.settlement.core.TrailStep;
import dev.holdfast.settlement.core.TrailStep.Amount;
import dev.holdfast.settlement.core.TrailStep.Content;
import dev.holdfast.settlement.core.TrailStep.Kind;
import dev.holdfast.settlement.core.TrailStep.Name;
import dev.holdfast.settlement.core.TrailStep.Telling;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What one version of an authorization tells for the trail: that the hold was asked for, every
 * attempt at the gateway, and what this version changed. The first two stand in every version, so a
 * version that was compacted away costs the trail little.
 */
record HoldFacts(Reference reference, AuthorizationChanged said) {

  static List<TrailStep> of(Reference reference, AuthorizationChanged said) {
    return new HoldFacts(reference, said).all();
  }

  private List<TrailStep> all() {
    List<TrailStep> facts = new ArrayList<>();
    facts.add(requested());
    said.getAttempts().stream().map(this::attempt).forEach(facts::add);
    change().forEach(facts::add);
    return facts;
  }

  private TrailStep requested() {
    Money requested = Checks.amount("requested", said.getRequested());
    String sentence =
        "A hold of %s was asked for at terminal %s."
            .formatted(text(requested), said.getTerminalSerial());
    return new TrailStep(
        new Name(reference, "requested", TrailStep.FINAL),
        new Content(
            Kind.HOLD_REQUESTED,
            reference.tappedAt(),
            List.of(new Amount("requested", requested)),
            Telling.of(sentence)));
  }

  /** Who has answered for certain does not answer otherwise: later versions only repeat it. */
  private TrailStep attempt(Attempt attempt) {
    Money amount = Checks.amount("attempts.amount", attempt.getAmount());
    boolean certain = attempt.getOutcome() != AttemptOutcome.UNKNOWN;
    String sentence =
        verb(attempt) + " " + what(attempt.getKind(), text(amount)) + because(attempt.getReason());
    return new TrailStep(
        new Name(
            reference,
            "attempt/" + attempt.getNumber(),
            certain ? TrailStep.FINAL : said.getVersion()),
        new Content(
            Kind.ATTEMPT,
            attempt.getAt(),
            List.of(new Amount(attempt.getKind().name(), amount)),
            new Telling(attempt.getOutcome().name(), attempt.getReason(), sentence)));
  }

  private static String verb(Attempt attempt) {
    return switch (attempt.getOutcome()) {
      case APPROVED -> "The bank approved";
      case REFUSED -> "The bank refused";
      case UNKNOWN -> "It is not known yet whether the bank approved";
    };
  }

  private static String what(AttemptKind kind, String amount) {
    String words =
        switch (kind) {
          case AUTHORIZE -> "a hold of %s";
          case CAPTURE -> "a capture of %s";
          case OVER_COMMIT -> "a capture of %s by over-commit";
          case WHOLE -> "a capture of the whole %s";
          case HOLD -> "a capture of the hold, %s";
          case RELEASE -> "a release of %s";
          case REFUND -> "a refund of %s";
          case UNRECOGNIZED -> "a movement of %s";
        };
    return words.formatted(amount);
  }

  private static String because(@Nullable String reason) {
    return reason == null ? "." : ": " + reason + ".";
  }

  /** Empty for a version whose attempts say it all. */
  private Stream<TrailStep> change() {
    return switch (said.getChange()) {
      case HELD -> changed(Kind.HELD, held());
      case DECLINED ->
          changed(Kind.DECLINED, "The bank declined the hold" + because(said.getReason()));
      case ABANDONED ->
          changed(Kind.ABANDONED, "No card was read in time" + because(said.getReason()));
      case EXPIRING ->
          changed(Kind.EXPIRING, "The hold lapses at %s.".formatted(said.getExpiresAt()));
      case EXPIRED -> changed(Kind.EXPIRED, "The hold has lapsed.");
      case CAPTURED ->
          changed(
              Kind.CAPTURED, "%s was taken, and %s given back.".formatted(captured(), released()));
      case CAPTURE_FAILED ->
          changed(Kind.CAPTURE_FAILED, "Nothing could be taken" + because(said.getReason()));
      case RELEASED -> changed(Kind.RELEASED, "%s was given back.".formatted(released()));
      case REFUNDED ->
          changed(
              Kind.REFUNDED,
              "Of %s taken, %s was paid back."
                  .formatted(captured(), text(Checks.amount("refunded", said.getRefunded()))));
      case ATTENTION ->
          changed(
              Kind.HOLD_NEEDS_ATTENTION,
              "A person must look at the hold" + because(said.getAttention()));
      case REQUESTED,
          CARD_READ,
          CAPTURE_STARTED,
          ATTEMPT_ANSWERED,
          RELEASE_STARTED,
          REFUND_STARTED,
          UNRECOGNIZED ->
          Stream.empty();
    };
  }

  private String held() {
    Money requested = Checks.amount("requested", said.getRequested());
    Money authorized = Checks.amount("authorized", said.getAuthorized());
    return authorized.equals(requested)
        ? "The bank holds %s.".formatted(text(authorized))
        : "The bank holds %s of the %s asked for.".formatted(text(authorized), text(requested));
  }

  private String captured() {
    return text(Checks.amount("captured", said.getCaptured()));
  }

  private String released() {
    return text(Checks.amount("released", said.getReleased()));
  }

  private Stream<TrailStep> changed(Kind kind, String sentence) {
    List<Amount> amounts =
        List.of(
            new Amount("authorized", Checks.amount("authorized", said.getAuthorized())),
            new Amount("captured", Checks.amount("captured", said.getCaptured())),
            new Amount("released", Checks.amount("released", said.getReleased())),
            new Amount("refunded", Checks.amount("refunded", said.getRefunded())));
    return Stream.of(
        new TrailStep(
            new Name(reference, "authorization/" + said.getVersion(), TrailStep.FINAL),
            new Content(
                kind,
                said.getOccurredAt(),
                amounts,
                new Telling(null, said.getReason(), sentence))));
  }
}
