package dev.holdfast.settlement.kafka.consume;

import static dev.holdfast.settlement.Said.euro;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.events.Attempt;
import dev.holdfast.events.AttemptKind;
import dev.holdfast.events.AttemptOutcome;
import dev.holdfast.events.AuthorizationChange;
import dev.holdfast.events.AuthorizationChanged;
import dev.holdfast.events.AuthorizationStatus;
import dev.holdfast.settlement.Said;
import dev.holdfast.settlement.core.Reference;
import dev.holdfast.settlement.core.TrailStep;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoldFactsTest {
  private static final String KEY = "01934d3a-7c00-7000-8000-000000000001";
  private static final Instant SENT = Instant.parse("2026-11-22T11:00:00Z");

  @Test
  void tellsWhatWasAskedForFromAnyVersion() {
    TrailStep requested = facts(version(9, AuthorizationChange.CAPTURED)).getFirst();

    assertThat(requested).isEqualTo(facts(version(1, AuthorizationChange.REQUESTED)).getFirst());
    assertThat(requested.content().telling().sentence())
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
  void tellsAnAttempt(
      AttemptKind kind, AttemptOutcome outcome, @Nullable String reason, String sentence) {
    TrailStep step =
        facts(with(new Attempt(2, kind, euro(6000), outcome, null, reason, SENT))).get(1);

    assertThat(step.content().telling())
        .isEqualTo(new TrailStep.Telling(outcome.name(), reason, sentence));
    assertThat(step.content().at()).isEqualTo(SENT);
    assertThat(step.name().fact()).isEqualTo("attempt/2");
  }

  @Test
  void takesAnAnswerAsFinalAndSilenceAsNot() {
    Attempt silent =
        new Attempt(2, AttemptKind.CAPTURE, euro(1), AttemptOutcome.UNKNOWN, null, null, SENT);

    assertThat(facts(with(silent)).get(1).name().version()).isEqualTo(7);
    assertThat(facts(with(Said.attempt(2, AttemptKind.CAPTURE, 1))).get(1).name().version())
        .isEqualTo(TrailStep.FINAL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HELD           | The bank holds 45.00 EUR of the 50.00 EUR asked for.",
        "DECLINED       | The bank declined the hold: funds.",
        "ABANDONED      | No card was read in time: funds.",
        "EXPIRING       | The hold lapses at 2026-11-24T12:00:00Z.",
        "EXPIRED        | The hold has lapsed.",
        "CAPTURED       | 23.40 EUR was taken, and 21.60 EUR given back.",
        "CAPTURE_FAILED | Nothing could be taken: funds.",
        "RELEASED       | 21.60 EUR was given back.",
        "REFUNDED       | Of 23.40 EUR taken, 3.40 EUR was paid back.",
        "ATTENTION      | A person must look at the hold."
      })
  void tellsWhatAVersionChanged(AuthorizationChange change, String sentence) {
    TrailStep step = facts(version(7, change)).getLast();

    assertThat(step.content().telling().sentence()).isEqualTo(sentence);
    assertThat(step.name().fact()).isEqualTo("authorization/7");
  }

  @ParameterizedTest
  @CsvSource({
    "REQUESTED",
    "CARD_READ",
    "CAPTURE_STARTED",
    "ATTEMPT_ANSWERED",
    "RELEASE_STARTED",
    "REFUND_STARTED",
    "UNRECOGNIZED"
  })
  void leavesToTheAttemptsWhatTheyTell(AuthorizationChange change) {
    assertThat(facts(version(7, change)))
        .extracting(step -> step.name().fact())
        .containsExactly("requested", "attempt/1");
  }

  private static List<TrailStep> facts(AuthorizationChanged said) {
    return HoldFacts.of(new Reference(UUID.fromString(KEY)), said);
  }

  private static AuthorizationChanged with(Attempt attempt) {
    return Said.authorization(KEY, 5000, 7, AuthorizationStatus.HELD)
        .setAttempts(List.of(attempt))
        .build();
  }

  private static AuthorizationChanged version(long version, AuthorizationChange change) {
    return Said.authorization(KEY, 4500, version, AuthorizationStatus.HELD)
        .setChange(change)
        .setExpiresAt(Instant.parse("2026-11-24T12:00:00Z"))
        .setCaptured(euro(2340))
        .setReleased(euro(2160))
        .setRefunded(euro(340))
        .setReason("funds")
        .build();
  }
}
