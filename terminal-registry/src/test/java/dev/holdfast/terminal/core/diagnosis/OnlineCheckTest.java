package dev.holdfast.terminal.core.diagnosis;

import static dev.holdfast.terminal.core.Samples.NOT_SEEN;
import static dev.holdfast.terminal.core.Samples.NOW;
import static dev.holdfast.terminal.core.Samples.UNKNOWN;
import static dev.holdfast.terminal.core.Samples.fact;
import static dev.holdfast.terminal.core.diagnosis.Patient.HEALTHY;
import static dev.holdfast.terminal.core.diagnosis.Patient.minutesAgo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.terminal.core.Reason.Actor;
import dev.holdfast.terminal.core.diagnosis.Check.Outcome;
import dev.holdfast.terminal.core.diagnosis.Check.Remedy;
import dev.holdfast.terminal.core.vendor.CloudAnswer.Seen;
import dev.holdfast.terminal.core.vendor.CloudFact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Check 9: a terminal may be offline for a moment. */
class OnlineCheckTest {
  private static final Seen OFFLINE = new Seen(NOW, false, "OFFLINE", true, true, null);
  private static final Remedy LOOK_AT_CHARGER =
      new Remedy(
          Actor.CPO,
          "Check power and network of terminal P6820211200171 at charger NL-CHARGER-1: while it is offline it takes no card.");

  @Test
  void isContentWithATerminalThatIsOnline() {
    assertThat(HEALTHY.check(Question.ONLINE))
        .isEqualTo(new Check(Question.ONLINE, Outcome.PASS, "online, state IDLE", NOW, null));
  }

  @Test
  void allowsATerminalToBeOfflineForAMoment() {
    var justNow = minutesAgo(15).plusSeconds(1);

    assertThat(offline(justNow))
        .isEqualTo(
            new Check(
                Question.ONLINE,
                Outcome.PASS,
                "offline, but was online less than 15 minutes ago",
                justNow,
                null));
  }

  @Test
  void warnsOfATerminalThatIsOfflineForLong() {
    assertThat(offline(minutesAgo(15)))
        .isEqualTo(
            new Check(
                Question.ONLINE,
                Outcome.WARN,
                "offline for 15 minutes or more: last seen online at 2026-06-01T11:45:00Z",
                NOW,
                LOOK_AT_CHARGER));
    assertThat(offline(null))
        .isEqualTo(
            new Check(
                Question.ONLINE,
                Outcome.WARN,
                "offline, and never seen online",
                NOW,
                LOOK_AT_CHARGER));
  }

  @Test
  void namesNoChargerWhereThereIsNone() {
    assertThat(HEALTHY.heard(OFFLINE, NOT_SEEN).unbound().check(Question.ONLINE).remedy())
        .isEqualTo(
            new Remedy(
                Actor.CPO,
                "Check power and network of terminal P6820211200171: while it is offline it takes no card."));
  }

  @Test
  void knowsNothingWhereTheLastAnswerIsTooOld() {
    var seen = new Seen(minutesAgo(15), true, "IDLE", true, true, null);

    assertThat(HEALTHY.heard(fact(seen).after(UNKNOWN)).check(Question.ONLINE))
        .isEqualTo(
            new Check(
                Question.ONLINE,
                Outcome.UNKNOWN,
                "nothing was heard of it for 15 minutes: Payter's TEST cloud shows it (asked again at 2026-06-01T12:00:00Z: no answer within 5000 ms)",
                minutesAgo(15),
                null));
  }

  @Test
  void knowsNothingOfATerminalThatOurCloudDoesNotShow() {
    assertThat(HEALTHY.heard(NOT_SEEN, NOT_SEEN).check(Question.ONLINE))
        .isEqualTo(
            new Check(
                Question.ONLINE,
                Outcome.UNKNOWN,
                "Payter's TEST cloud does not know it",
                null,
                null));
  }

  private static Check offline(@Nullable Instant lastOnlineAt) {
    return HEALTHY.heard(new CloudFact(OFFLINE, null, lastOnlineAt)).check(Question.ONLINE);
  }
}
