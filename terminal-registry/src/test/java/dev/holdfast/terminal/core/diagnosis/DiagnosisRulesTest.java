package dev.holdfast.terminal.core.diagnosis;

import static dev.holdfast.terminal.core.Samples.NOT_SEEN;
import static dev.holdfast.terminal.core.Samples.NOW;
import static dev.holdfast.terminal.core.Samples.SEEN;
import static dev.holdfast.terminal.core.Samples.UNKNOWN;
import static dev.holdfast.terminal.core.diagnosis.Patient.HEALTHY;
import static dev.holdfast.terminal.core.diagnosis.Patient.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.terminal.core.Readiness;
import dev.holdfast.terminal.core.Reason;
import dev.holdfast.terminal.core.Reason.Actor;
import dev.holdfast.terminal.core.diagnosis.Check.Outcome;
import dev.holdfast.terminal.core.diagnosis.Check.Remedy;
import dev.holdfast.terminal.core.vendor.Environment;
import dev.holdfast.terminal.core.vendor.VendorStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a diagnosis comes to. */
class DiagnosisRulesTest {
  @Test
  void findsNothingAgainstAHealthyTerminal() {
    var diagnosis = HEALTHY.diagnosed();

    assertThat(diagnosis.serial()).isEqualTo("P6820211200171");
    assertThat(diagnosis.environment()).isEqualTo(Environment.ACCEPTANCE);
    assertThat(diagnosis.at()).isEqualTo(NOW);
    assertThat(diagnosis.readiness()).isEqualTo(Readiness.READY);
    assertThat(diagnosis.checks()).extracting(Check::outcome).containsOnly(Outcome.PASS);
    assertThat(diagnosis.firstFailing()).isEmpty();
    assertThat(diagnosis.summary()).isEqualTo("P6820211200171 may take a card now");
  }

  @Test
  void blamesTheFirstOfAllThatFails() {
    var diagnosis = HEALTHY.unbound().reporting(report(VendorStatus.DOWN, null)).diagnosed();

    assertThat(diagnosis.firstFailing()).map(Check::question).contains(Question.VENDOR_UP);
    assertThat(diagnosis.readiness())
        .isEqualTo(new Readiness(List.of(Reason.VENDOR_DOWN, Reason.NOT_BOUND_TO_CHARGER)));
    assertThat(diagnosis.summary())
        .isEqualTo("P6820211200171 may not take a card: Payter's TEST cloud is DOWN");
  }

  @Test
  void asksNothingMoreOfTheSettingsOfARetiredTerminal() {
    assertThat(outcomes(HEALTHY.retired().diagnosed()))
        .isEqualTo("PASS FAIL ? ? ? ? ? ? ? PASS PASS PASS");
    assertThat(HEALTHY.retired().check(Question.VENDOR_ENVIRONMENT).evidence())
        .isEqualTo("it is retired");
  }

  @Test
  void asksTheVendorOfASerialThatNobodyRegistered() {
    var diagnosis = HEALTHY.heard(NOT_SEEN, SEEN).diagnosedAsStranger("P6820211200172");

    assertThat(outcomes(diagnosis)).isEqualTo("PASS FAIL FAIL ? ? ? ? ? ? PASS PASS PASS");
    assertThat(diagnosis.readiness()).isNull();
    assertThat(diagnosis.firstFailing()).map(Check::question).contains(Question.REGISTERED);
    assertThat(diagnosis.checks().get(4).evidence()).isEqualTo("it is not registered");
    assertThat(outcomes(HEALTHY.diagnosedAsStranger("P6820211200172")))
        .isEqualTo("PASS FAIL PASS PASS ? ? ? ? PASS PASS PASS PASS");
  }

  @Test
  void waitsForTheVendorWithASerialThatNobodyRegistered() {
    var diagnosis =
        HEALTHY
            .heard(UNKNOWN, UNKNOWN)
            .reporting(report(VendorStatus.DOWN, null))
            .diagnosedAsStranger("P6820211200172");

    assertThat(diagnosis.checks().get(3).remedy())
        .extracting(Remedy::whoActs)
        .isEqualTo(Actor.VENDOR);
  }

  @Test
  void asksNobodyForWhatIsNoSerial() {
    var diagnosis = HEALTHY.diagnosedAsStranger("pump 7");

    assertThat(outcomes(diagnosis)).isEqualTo("? FAIL ? ? ? ? ? ? ? ? ? ?");
    assertThat(diagnosis.checks().getLast().evidence()).isEqualTo("it is no serial");
    assertThat(diagnosis.summary())
        .isEqualTo("pump 7 may not take a card: it does not have the shape of a serial");
  }

  @Test
  void guessesTheVendorOfASerialThatNobodyRegistered() {
    var diagnosis = HEALTHY.heard(NOT_SEEN, SEEN).diagnosedAsStranger("tmr_FDOt2wlRZEdpd7");

    assertThat(outcomes(diagnosis)).isEqualTo("PASS FAIL FAIL ? ? ? ? ? ? PASS PASS PASS");
    assertThat(diagnosis.checks().get(1).remedy())
        .isEqualTo(
            new Remedy(
                Actor.CPO,
                "Compare tmr_FDOt2wlRZEdpd7 with the serial that is shown as the reader's id in Stripe's dashboard, and if it is the same, register it with PUT /terminals/tmr_FDOt2wlRZEdpd7."));
    assertThat(diagnosis.checks().get(2).evidence())
        .isEqualTo("Stripe's test mode does not know it; Stripe's live mode shows it");
  }

  @Test
  void asksTheQuestionsInTheirOrder() {
    assertThat(HEALTHY.diagnosed().checks())
        .extracting(check -> check.question().number() + " " + check.question().title())
        .containsExactly(
            "1 vendor service is up",
            "2 serial is registered and well formed",
            "3 vendor environment pairs with ours",
            "4 vendor has onboarded it",
            "5 terminal is bound to a charger",
            "6 CPO is contracted for contactless here",
            "7 hold amount fits the country",
            "8 over-commit is set knowingly",
            "9 terminal is online",
            "10 recent payments succeed",
            "11 no payment is stuck",
            "12 last good payment");
  }

  @ParameterizedTest
  @CsvSource({
    "P7D, 7 days, the last 7 days",
    "P1D, 1 day, the last day",
    "PT36H, 36 hours, the last 36 hours",
    "PT1H, 1 hour, the last hour",
    "PT15M, 15 minutes, the last 15 minutes",
    "PT90S, 90 seconds, the last 90 seconds",
    "PT1S, 1 second, the last second",
    "P11D, 11 days, the last 11 days",
  })
  void saysHowLong(Duration length, String span, String past) {
    assertThat(Words.span(length)).isEqualTo(span);
    assertThat(Words.past(length)).isEqualTo(past);
  }

  private static String outcomes(Diagnosis diagnosis) {
    return String.join(
        " ",
        diagnosis.checks().stream()
            .map(check -> check.outcome() == Outcome.UNKNOWN ? "?" : check.outcome().name())
            .toList());
  }
}
