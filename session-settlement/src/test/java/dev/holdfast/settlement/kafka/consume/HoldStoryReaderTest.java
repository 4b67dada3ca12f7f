package dev.holdfast.settlement.kafka.consume;

import static dev.holdfast.settlement.Records.euro;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.events.Attempt;
import dev.holdfast.events.AttemptKind;
import dev.holdfast.events.AttemptOutcome;
import dev.holdfast.events.AuthorizationChange;
import dev.holdfast.events.AuthorizationChanged;
import dev.holdfast.events.AuthorizationStatus;
import dev.holdfast.settlement.Records;
import dev.holdfast.settlement.core.trail.HoldStory;
import dev.holdfast.settlement.core.trail.HoldStory.ChangeKind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HoldStoryReaderTest {
  private static final String KEY = "01934d3a-7c00-7000-8000-000000000001";
  private static final Instant SENT = Instant.parse("2026-11-22T11:00:00Z");

  @ParameterizedTest
  @EnumSource
  void readsEveryKindOfAttempt(AttemptKind kind) {
    var attempt = read(attempt(kind, AttemptOutcome.APPROVED)).attempts().getFirst();
    assertThat(attempt.call().kind().name()).isEqualTo(kind.name());
    assertThat(attempt.call().at()).isEqualTo(SENT);
    assertThat(attempt.number()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void readsEveryAnswer(AttemptOutcome outcome) {
    var answer = read(attempt(AttemptKind.HOLD, outcome)).attempts().getFirst().answer();
    assertThat(answer.kind().name()).isEqualTo(outcome.name());
    assertThat(answer.reason()).isEqualTo("closed");
  }

  @ParameterizedTest
  @EnumSource
  void readsEveryChangeThatNoAttemptSays(ChangeKind kind) {
    var change = read(version(AuthorizationChange.valueOf(kind.name()))).changes().getFirst();
    assertThat(change.kind()).isEqualTo(kind);
    assertThat(change.circumstances().reason()).isEqualTo("funds");
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
    assertThat(read(version(change)).changes()).isEmpty();
  }

  @Test
  void readsWhatWasAskedForAndHowTheMoneyStands() {
    var version = read(version(AuthorizationChange.CAPTURED));
    assertThat(version.request().amount()).hasToString("EUR 50.00");
    assertThat(version.changes().getFirst().amounts())
        .hasToString(
            "Amounts[authorized=EUR 45.00, captured=EUR 23.40, released=EUR 21.60,"
                + " refunded=EUR 3.40]");
  }

  private static HoldStory read(AuthorizationChanged changed) {
    return HoldStoryReader.of(changed);
  }

  private static AuthorizationChanged attempt(AttemptKind kind, AttemptOutcome outcome) {
    return Records.authorization(KEY, 5000, 7, AuthorizationStatus.HELD)
        .setAttempts(List.of(new Attempt(2, kind, euro(6000), outcome, null, "closed", SENT, null)))
        .build();
  }

  private static AuthorizationChanged version(AuthorizationChange change) {
    return Records.authorization(KEY, 4500, 7, AuthorizationStatus.HELD)
        .setChange(change)
        .setCaptured(euro(2340))
        .setReleased(euro(2160))
        .setRefunded(euro(340))
        .setReason("funds")
        .build();
  }
}
