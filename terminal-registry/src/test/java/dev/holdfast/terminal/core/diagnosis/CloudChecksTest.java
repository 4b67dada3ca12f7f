package dev.holdfast.terminal.core.diagnosis;

import static dev.holdfast.terminal.core.Samples.NOT_SEEN;
import static dev.holdfast.terminal.core.Samples.NOW;
import static dev.holdfast.terminal.core.Samples.SEEN;
import static dev.holdfast.terminal.core.Samples.UNKNOWN;
import static dev.holdfast.terminal.core.Samples.fact;
import static dev.holdfast.terminal.core.diagnosis.Patient.HEALTHY;
import static dev.holdfast.terminal.core.diagnosis.Patient.minutesAgo;
import static dev.holdfast.terminal.core.diagnosis.Patient.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.terminal.core.Reason.Actor;
import dev.holdfast.terminal.core.diagnosis.Check.Outcome;
import dev.holdfast.terminal.core.diagnosis.Check.Remedy;
import dev.holdfast.terminal.core.vendor.CloudAnswer.NotSeen;
import dev.holdfast.terminal.core.vendor.CloudAnswer.Seen;
import dev.holdfast.terminal.core.vendor.Environment;
import dev.holdfast.terminal.core.vendor.MaintenanceWindow;
import dev.holdfast.terminal.core.vendor.Vendor;
import dev.holdfast.terminal.core.vendor.VendorEnvironment;
import dev.holdfast.terminal.core.vendor.VendorReport;
import dev.holdfast.terminal.core.vendor.VendorReport.Observation;
import dev.holdfast.terminal.core.vendor.VendorStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks 1, 3 and 4: the vendor and its clouds. */
class CloudChecksTest {
  private static final Remedy CHECK_THE_WAY =
      new Remedy(
          Actor.PLATFORM,
          "Check address, API key and network of Payter's TEST cloud in this deployment's settings, then diagnose P6820211200171 again.");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          OPERATIONAL | PASS |
          DEGRADED | WARN | Wait for Payter to mend its TEST cloud: until then payments may fail, and no change at the terminal helps.
          MAINTENANCE | WARN | Wait for Payter to end the maintenance of its TEST cloud: until then payments may fail, and no change at the terminal helps.
          DOWN | FAIL | Wait for Payter to mend its TEST cloud: until then payments are refused, and no change at the terminal helps.
          """)
  void saysHowTheVendorIsDoing(VendorStatus status, Outcome outcome, @Nullable String sentence) {
    var remedy = sentence == null ? null : new Remedy(Actor.VENDOR, sentence);
    var since = minutesAgo(90);

    assertThat(HEALTHY.reporting(report(status, null)).check(Question.VENDOR_UP))
        .isEqualTo(
            new Check(
                Question.VENDOR_UP, outcome, "Payter's TEST cloud is " + status, since, remedy));
    assertThat(HEALTHY.reporting(report(status, "Partial outage")).check(Question.VENDOR_UP))
        .extracting(Check::evidence)
        .isEqualTo("Payter's TEST cloud is " + status + ": Partial outage");
  }

  @Test
  void namesTheNextMaintenance() {
    var window = new MaintenanceWindow("new terminals", NOW.plusSeconds(60), NOW.plusSeconds(3660));
    var planned =
        VendorReport.first(
            Vendor.PAYTER,
            VendorEnvironment.TEST,
            new Observation(VendorStatus.OPERATIONAL, null, List.of(window)),
            NOW);

    assertThat(HEALTHY.reporting(planned).check(Question.VENDOR_UP).evidence())
        .isEqualTo(
            "Payter's TEST cloud is OPERATIONAL; maintenance from 2026-06-01T12:01:00Z until"
                + " 2026-06-01T13:01:00Z");
  }

  @Test
  void sendsThePlatformToAStatusPageThatCannotBeRead() {
    assertThat(
            HEALTHY.reporting(report(VendorStatus.UNKNOWN, "HTTP 500")).check(Question.VENDOR_UP))
        .isEqualTo(
            new Check(
                Question.VENDOR_UP,
                Outcome.UNKNOWN,
                "nobody knows how Payter's TEST cloud is doing: HTTP 500",
                minutesAgo(90),
                new Remedy(
                    Actor.PLATFORM,
                    "Look for the TEST cloud on Payter's status page yourself, and check that page's address in this deployment's settings.")));
    assertThat(HEALTHY.reporting(null).check(Question.VENDOR_UP))
        .isEqualTo(
            new Check(
                Question.VENDOR_UP,
                Outcome.UNKNOWN,
                "the status of Payter's TEST cloud was not read yet",
                null,
                null));
  }

  @Test
  void isContentWithATerminalThatItsCloudShowsAndHasOnboarded() {
    assertThat(HEALTHY.check(Question.VENDOR_ENVIRONMENT))
        .isEqualTo(
            new Check(
                Question.VENDOR_ENVIRONMENT,
                Outcome.PASS,
                "Payter's TEST cloud shows it",
                NOW,
                null));
    assertThat(HEALTHY.check(Question.ONBOARDED))
        .isEqualTo(
            new Check(
                Question.ONBOARDED,
                Outcome.PASS,
                "it is activated and configured in Payter's TEST cloud",
                NOW,
                null));
  }

  @Test
  void namesTheCloudThatATerminalMustMoveTo() {
    var patient = HEALTHY.heard(new NotSeen(minutesAgo(2)), SEEN);

    assertThat(patient.check(Question.VENDOR_ENVIRONMENT))
        .isEqualTo(
            new Check(
                Question.VENDOR_ENVIRONMENT,
                Outcome.FAIL,
                "Payter's TEST cloud does not know it; Payter's PRODUCTION cloud shows it",
                minutesAgo(2),
                new Remedy(
                    Actor.VENDOR,
                    "Ask Payter to move P6820211200171 from its PRODUCTION cloud to its TEST cloud: ACCEPTANCE works with TEST only.")));
    assertThat(patient.check(Question.ONBOARDED))
        .isEqualTo(
            new Check(
                Question.ONBOARDED,
                Outcome.UNKNOWN,
                "only Payter's PRODUCTION cloud shows it: see check 3",
                minutesAgo(2),
                null));
  }

  @Test
  void namesTheOtherCloudInProduction() {
    assertThat(HEALTHY.in(Environment.PRODUCTION).check(Question.VENDOR_ENVIRONMENT).remedy())
        .isEqualTo(
            new Remedy(
                Actor.VENDOR,
                "Ask Payter to move P6820211200171 from its TEST cloud to its PRODUCTION cloud: PRODUCTION works with PRODUCTION only."));
  }

  @Test
  void asksTheVendorToAddATerminalThatNeitherCloudShows() {
    var patient = HEALTHY.heard(new NotSeen(minutesAgo(2)), NOT_SEEN);
    var evidence =
        "Payter's TEST cloud does not know it; Payter's PRODUCTION cloud does not know it";

    assertThat(patient.check(Question.VENDOR_ENVIRONMENT))
        .isEqualTo(
            new Check(Question.VENDOR_ENVIRONMENT, Outcome.UNKNOWN, evidence, minutesAgo(2), null));
    assertThat(patient.check(Question.ONBOARDED))
        .isEqualTo(
            new Check(
                Question.ONBOARDED,
                Outcome.FAIL,
                evidence,
                minutesAgo(2),
                new Remedy(
                    Actor.VENDOR,
                    "Ask Payter to add P6820211200171 to its TEST cloud, to activate and configure it there, and to show it to this platform's account.")));
  }

  @Test
  void sendsThePlatformToACloudThatNeverAnswered() {
    var patient = HEALTHY.heard(UNKNOWN, SEEN);
    var evidence =
        "Payter's TEST cloud never answered (no answer within 5000 ms); Payter's PRODUCTION cloud shows it";

    assertThat(patient.check(Question.VENDOR_ENVIRONMENT))
        .isEqualTo(
            new Check(Question.VENDOR_ENVIRONMENT, Outcome.UNKNOWN, evidence, NOW, CHECK_THE_WAY));
    assertThat(patient.check(Question.ONBOARDED))
        .isEqualTo(new Check(Question.ONBOARDED, Outcome.FAIL, evidence, NOW, CHECK_THE_WAY));
    assertThat(HEALTHY.heard(null, null).check(Question.ONBOARDED))
        .isEqualTo(
            new Check(
                Question.ONBOARDED,
                Outcome.FAIL,
                "Payter's TEST cloud was not asked yet; Payter's PRODUCTION cloud was not asked yet",
                null,
                CHECK_THE_WAY));
  }

  @Test
  void blamesNoSettingsDuringAnOutage() {
    var patient = HEALTHY.heard(UNKNOWN, NOT_SEEN).reporting(report(VendorStatus.DOWN, null));

    assertThat(patient.check(Question.ONBOARDED).remedy())
        .isEqualTo(
            new Remedy(
                Actor.VENDOR,
                "Wait for Payter to mend its TEST cloud, which then is asked for P6820211200171 again."));
  }

  @Test
  void doesNotTrustAnAnswerThatTheCloudDidNotRepeat() {
    var patient =
        HEALTHY.heard(fact(new Seen(minutesAgo(9), true, "IDLE", true, true, null)).after(UNKNOWN));

    assertThat(patient.check(Question.VENDOR_ENVIRONMENT))
        .isEqualTo(
            new Check(
                Question.VENDOR_ENVIRONMENT,
                Outcome.UNKNOWN,
                "Payter's TEST cloud shows it (asked again at 2026-06-01T12:00:00Z: no answer within 5000 ms)",
                minutesAgo(9),
                CHECK_THE_WAY));
    assertThat(patient.check(Question.ONBOARDED).outcome()).isEqualTo(Outcome.PASS);
    assertThat(HEALTHY.heard(fact(NOT_SEEN).after(UNKNOWN)).check(Question.ONBOARDED).evidence())
        .isEqualTo(
            "Payter's TEST cloud does not know it (asked again at 2026-06-01T12:00:00Z: no answer within 5000 ms); Payter's PRODUCTION cloud does not know it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          true  | false | activated, but not configured    | configure
          false | true  | configured, but not activated    | activate
          false | false | neither activated nor configured | activate and configure
          """)
  void namesWhatTheVendorHasNotDone(
      boolean activated, boolean configured, String state, String toDo) {
    var seen = new Seen(minutesAgo(2), true, "IDLE", activated, configured, null);

    assertThat(HEALTHY.heard(seen, NOT_SEEN).check(Question.ONBOARDED))
        .isEqualTo(
            new Check(
                Question.ONBOARDED,
                Outcome.FAIL,
                "it is " + state + " in Payter's TEST cloud",
                minutesAgo(2),
                new Remedy(
                    Actor.VENDOR, "Ask Payter to " + toDo + " P6820211200171 in its TEST cloud.")));
  }
}
