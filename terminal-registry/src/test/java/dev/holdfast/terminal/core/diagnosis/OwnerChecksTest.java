package dev.holdfast.terminal.core.diagnosis;

import static dev.holdfast.terminal.core.Samples.NOW;
import static dev.holdfast.terminal.core.Samples.cpo;
import static dev.holdfast.terminal.core.diagnosis.Patient.CHANGED_AT;
import static dev.holdfast.terminal.core.diagnosis.Patient.HEALTHY;
import static dev.holdfast.terminal.core.diagnosis.Patient.minutesAgo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.terminal.core.Binding;
import dev.holdfast.terminal.core.Place;
import dev.holdfast.terminal.core.Reason.Actor;
import dev.holdfast.terminal.core.Registration;
import dev.holdfast.terminal.core.cpo.Contract;
import dev.holdfast.terminal.core.cpo.Cpo;
import dev.holdfast.terminal.core.cpo.HoldTerms;
import dev.holdfast.terminal.core.diagnosis.Check.Outcome;
import dev.holdfast.terminal.core.diagnosis.Check.Remedy;
import dev.holdfast.terminal.core.vendor.Environment;
import dev.holdfast.terminal.core.vendor.Vendor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** Checks 2, 5 and 6: what the terminal's owner and the platform have done. */
class OwnerChecksTest {
  private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
  private static final Instant JULY = Instant.parse("2026-07-01T00:00:00Z");

  @Test
  void saysAsWhatATerminalIsRegistered() {
    var nameless = new Registration(Vendor.PAYTER, null, "NL", CurrencyUnit.EUR, HoldTerms.NONE);

    assertThat(HEALTHY.check(Question.REGISTERED))
        .isEqualTo(
            new Check(
                Question.REGISTERED,
                Outcome.PASS,
                "registered as a terminal of Payter, model P68",
                CHANGED_AT,
                null));
    assertThat(HEALTHY.with(nameless).check(Question.REGISTERED).evidence())
        .isEqualTo("registered as a terminal of Payter");
  }

  @Test
  void wantsAnotherTerminalInThePlaceOfARetiredOne() {
    assertThat(HEALTHY.retired().check(Question.REGISTERED))
        .isEqualTo(
            new Check(
                Question.REGISTERED,
                Outcome.FAIL,
                "it is retired",
                CHANGED_AT,
                new Remedy(
                    Actor.CPO,
                    "Register the terminal that took its place, as P6820211200171 is retired for ever.")));
  }

  @Test
  void saysWhereATerminalIs() {
    var place = new Place("NL-CHARGER-2", List.of("NL*ABC*E1*2", "NL*ABC*E1*1"), "NL-ABC");

    assertThat(HEALTHY.bound(new Binding(place, minutesAgo(9))).check(Question.BOUND))
        .isEqualTo(
            new Check(
                Question.BOUND,
                Outcome.PASS,
                "on charger NL-CHARGER-2 of NL-ABC, EVSE NL*ABC*E1*1, NL*ABC*E1*2",
                minutesAgo(9),
                null));
  }

  @Test
  void wantsATerminalOnACharger() {
    assertThat(HEALTHY.unbound().check(Question.BOUND))
        .isEqualTo(
            new Check(
                Question.BOUND,
                Outcome.FAIL,
                "it is on no charger",
                CHANGED_AT,
                new Remedy(
                    Actor.CPO,
                    "Add P6820211200171 to its charger with PUT /terminals/P6820211200171/binding, which names the charger, its EVSEs and its CPO.")));
    assertThat(HEALTHY.unbound().check(Question.CONTRACTED))
        .isEqualTo(
            new Check(
                Question.CONTRACTED,
                Outcome.UNKNOWN,
                "it is on no charger, so it has no CPO",
                null,
                null));
  }

  @Test
  void saysUnderWhichContractTheCpoWorks() {
    var ended = new Contract(Instant.EPOCH, MAY, "old paper");

    assertThat(
            HEALTHY.of(agreed(ended, new Contract(MAY, JULY, "paper"))).check(Question.CONTRACTED))
        .isEqualTo(
            new Check(
                Question.CONTRACTED,
                Outcome.PASS,
                "NL-ABC is contracted in ACCEPTANCE until 2026-07-01T00:00:00Z, agreed by paper",
                MAY,
                null));
    assertThat(HEALTHY.check(Question.CONTRACTED).evidence())
        .isEqualTo("NL-ABC is contracted in ACCEPTANCE, agreed by frame agreement 7");
  }

  @Test
  void namesTheCposThatAreContractedInstead() {
    assertThat(
            HEALTHY
                .of(cpo(HoldTerms.NONE, Map.of()), "NL-XYZ", "BE-DEF")
                .check(Question.CONTRACTED))
        .isEqualTo(
            new Check(
                Question.CONTRACTED,
                Outcome.FAIL,
                "NL-ABC has no contactless contract in force in ACCEPTANCE",
                NOW,
                new Remedy(
                    Actor.PLATFORM,
                    "Contract NL-ABC for contactless in ACCEPTANCE with PUT /cpos/NL-ABC/contracts/ACCEPTANCE, or move charger NL-CHARGER-1 to a CPO that is contracted there: NL-XYZ, BE-DEF.")));
    assertThat(HEALTHY.of(null).check(Question.CONTRACTED).remedy())
        .isEqualTo(
            new Remedy(
                Actor.PLATFORM,
                "Contract NL-ABC for contactless in ACCEPTANCE with PUT /cpos/NL-ABC/contracts/ACCEPTANCE: no other CPO is contracted there yet."));
  }

  @Test
  void countsNoContractOfTheOtherEnvironment() {
    var check = HEALTHY.in(Environment.PRODUCTION).check(Question.CONTRACTED);

    assertThat(check.evidence())
        .isEqualTo("NL-ABC has no contactless contract in force in PRODUCTION");
    assertThat(check.remedy())
        .extracting(Remedy::sentence)
        .asString()
        .startsWith(
            "Contract NL-ABC for contactless in PRODUCTION with PUT /cpos/NL-ABC/contracts/PRODUCTION");
  }

  @Test
  void saysWhichContractIsNearest() {
    var march = new Contract(Instant.EPOCH, Instant.parse("2026-03-01T00:00:00Z"), "paper");
    var april = new Contract(Instant.parse("2026-04-01T00:00:00Z"), MAY, "paper");
    var later = new Contract(JULY, null, "paper");
    var none = "NL-ABC has no contactless contract in force in ACCEPTANCE";

    assertThat(evidence(march, april))
        .isEqualTo(none + ": the last one ended at 2026-05-01T00:00:00Z");
    assertThat(evidence(march, later))
        .isEqualTo(none + ": the next one starts at 2026-07-01T00:00:00Z");
  }

  @Test
  void asksToReadASerialThatNobodyRegisteredAgain() {
    assertThat(HEALTHY.diagnosedAsStranger("P6820211200172").checks().get(1))
        .isEqualTo(
            new Check(
                Question.REGISTERED,
                Outcome.FAIL,
                "it is not registered here",
                null,
                new Remedy(
                    Actor.CPO,
                    "Compare P6820211200172 with the serial that is printed in capitals on the terminal, and if it is the same, register it with PUT /terminals/P6820211200172.")));
    assertThat(HEALTHY.diagnosedAsStranger("pump 7").checks().get(1))
        .isEqualTo(
            new Check(
                Question.REGISTERED,
                Outcome.FAIL,
                "it does not have the shape of a serial",
                null,
                new Remedy(
                    Actor.CPO,
                    "Read the serial again: Payter's is printed in capitals on the terminal, like P6820211200171 or POL20245100755-50; Stripe's is shown as the reader's id in Stripe's dashboard, like tmr_FDOt2wlRZEdpd7.")));
  }

  private static String evidence(Contract... contracts) {
    return HEALTHY.of(agreed(contracts)).check(Question.CONTRACTED).evidence();
  }

  private static Cpo agreed(Contract... contracts) {
    return cpo(HoldTerms.NONE, Map.of(Environment.ACCEPTANCE, List.of(contracts)));
  }
}
