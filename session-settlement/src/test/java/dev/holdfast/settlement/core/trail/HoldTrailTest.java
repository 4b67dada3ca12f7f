package dev.holdfast.settlement.core.trail;

import static dev.holdfast.settlement.core.Given.NOON;
import static dev.holdfast.settlement.core.Given.REFERENCE;
import static dev.holdfast.settlement.core.Given.euro;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.settlement.core.trail.HoldStory.AnswerKind;
import dev.holdfast.settlement.core.trail.HoldStory.Attempt;
import dev.holdfast.settlement.core.trail.HoldStory.CallKind;
import dev.holdfast.settlement.core.trail.HoldStory.ChangeKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoldTrailTest {
  private static final Instant EXPIRES = Instant.parse("2026-11-24T12:00:00Z");

  @Test
  void tellsWhatWasAskedForFromAnyVersion() {
    var requested = HoldTrail.of(REFERENCE, version(9, List.of(), ChangeKind.CAPTURED)).getFirst();
    assertThat(requested)
        .isEqualTo(HoldTrail.of(REFERENCE, version(1, List.of(), null)).getFirst());
    assertThat(requested.kind()).isEqualTo(TrailStep.Kind.HOLD_REQUESTED);
    assertThat(requested.at()).isEqualTo(REFERENCE.tappedAt());
    assertThat(requested.amounts())
        .containsExactly(new TrailStep.Amount("requested", euro("50.00")));
    assertThat(requested.telling().sentence())
        .isEqualTo("A hold of 50.00 EUR was asked for at terminal P6820211200171.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AUTHORIZE   | APPROVED |        | The bank approved a hold of 60.00 EUR.",
        "CAPTURE     | REFUSED  | closed | The bank refused a capture of 60.00 EUR: closed.",
        "OVER_COMMIT | REFUSED  |        | The bank refused a capture of 60.00 EUR by over-commit.",
        "WHOLE       | REFUSED  |        | The bank refused a capture of the whole 60.00 EUR.",
        "HOLD        | APPROVED |        | The bank approved a capture of the hold, 60.00 EUR.",
        "RELEASE     | APPROVED |        | The bank approved a release of 60.00 EUR.",
        "REFUND      | UNKNOWN  | silent | It is not known yet whether the bank approved a refund"
            + " of 60.00 EUR: silent.",
        "UNRECOGNIZED| APPROVED |        | The bank approved a movement of 60.00 EUR."
      })
  void tellsAnAttempt(CallKind kind, AnswerKind answer, @Nullable String reason, String sentence) {
    var step = attempt(kind, answer, reason);
    assertThat(step)
        .isEqualTo(
            new TrailStep(
                TrailStep.Kind.ATTEMPT,
                NOON,
                List.of(new TrailStep.Amount(kind.name(), euro("60.00"))),
                new TrailStep.Telling(answer.name(), reason, sentence)));
  }

  @Test
  void tellsTheNewestAnswerAndEveryChangeWhicheverVersionCameFirst() {
    var silent = version(4, List.of(whole(AnswerKind.UNKNOWN)), ChangeKind.HELD);
    var refused = version(5, List.of(whole(AnswerKind.REFUSED)), ChangeKind.CAPTURED);

    HoldStory story = silent.with(refused);

    assertThat(story).isEqualTo(refused.with(silent)).isEqualTo(story.with(silent).with(refused));
    assertThat(HoldTrail.of(REFERENCE, story))
        .extracting(step -> step.telling().sentence())
        .containsExactly(
            "A hold of 50.00 EUR was asked for at terminal P6820211200171.",
            "The bank refused a capture of the whole 60.00 EUR.",
            "The bank holds 45.00 EUR of the 50.00 EUR asked for.",
            "23.40 EUR was taken, and 21.60 EUR given back.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HELD           | HELD                 | The bank holds 45.00 EUR of the 50.00 EUR asked for.",
        "DECLINED       | DECLINED             | The bank declined the hold: funds.",
        "ABANDONED      | ABANDONED            | No card was read in time: funds.",
        "EXPIRING       | EXPIRING             | The hold lapses at 2026-11-24T12:00:00Z.",
        "EXPIRED        | EXPIRED              | The hold has lapsed.",
        "CAPTURED       | CAPTURED             | 23.40 EUR was taken, and 21.60 EUR given back.",
        "CAPTURE_FAILED | CAPTURE_FAILED       | Nothing could be taken: funds.",
        "RELEASED       | RELEASED             | 21.60 EUR was given back.",
        "REFUNDED       | REFUNDED             | Of 23.40 EUR taken, 3.40 EUR was paid back.",
        "ATTENTION      | HOLD_NEEDS_ATTENTION | A person must look at the hold: odd."
      })
  void tellsWhatAVersionChanged(ChangeKind change, TrailStep.Kind kind, String sentence) {
    var step = HoldTrail.of(REFERENCE, version(7, List.of(), change)).getLast();
    assertThat(step.kind()).isEqualTo(kind);
    assertThat(step.telling()).isEqualTo(new TrailStep.Telling(null, "funds", sentence));
    assertThat(step.amounts())
        .extracting(TrailStep.Amount::name)
        .containsExactly("authorized", "captured", "released", "refunded");
  }

  private static TrailStep attempt(CallKind kind, AnswerKind answer, @Nullable String reason) {
    var attempt =
        new Attempt(
            2, new HoldStory.Call(kind, euro("60.00"), NOON), new HoldStory.Answer(answer, reason));
    return HoldTrail.of(REFERENCE, version(7, List.of(attempt), null)).get(1);
  }

  private static Attempt whole(AnswerKind answer) {
    return new Attempt(
        2,
        new HoldStory.Call(CallKind.WHOLE, euro("60.00"), NOON),
        new HoldStory.Answer(answer, null));
  }

  private static HoldStory version(
      long version, List<Attempt> attempts, @Nullable ChangeKind change) {
    return new HoldStory(
        version,
        new HoldStory.Request(euro("50.00"), "P6820211200171"),
        attempts,
        change == null ? List.of() : List.of(changed(version, change)));
  }

  private static HoldStory.Change changed(long version, ChangeKind kind) {
    var amounts = new HoldStory.Amounts(euro("45.00"), euro("23.40"), euro("21.60"), euro("3.40"));
    return new HoldStory.Change(
        version, kind, NOON, amounts, new HoldStory.Circumstances("funds", "odd", EXPIRES));
  }
}
